// What the explore page shows, as an address that can be shared: readable, Vietnamese, ordered.

export const PAGE_SIZE = 24;

/** {query, filters, sort, page} from "?q=…&dia-ban=…"; anything unknown or misspelt is left out. names: [[facet, name in the address]]. */
export function readState(search, names) {
  const given = new URLSearchParams(search);
  const filters = {};
  for (const [facet, name] of names) {
    const values = [...new Set(given.getAll(name))].filter((value) => /^[a-z0-9-]{1,60}$/.test(value));
    if (values.length) filters[facet] = values;
  }
  const page = Number(given.get("trang") ?? 1);
  return {
    query: (given.get("q") ?? "").trim().slice(0, 500),
    filters,
    sort: given.get("xep") === "moi" ? "date" : "relevance",
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of a state; the plain page for the plain state. */
export function writeState({ query, filters, sort, page }, names) {
  const parts = new URLSearchParams();
  if (query) parts.set("q", query);
  for (const [facet, name] of names) for (const value of filters[facet] ?? []) parts.append(name, value);
  if (sort === "date") parts.set("xep", "moi");
  if (page > 1) parts.set("trang", page);
  const written = parts.toString();
  return written ? `?${written}` : "./";
}

/** Whether two states filter alike. */
export const sameFilters = (a, b, names) => writeState({ ...a, query: "", page: 1 }, names) === writeState({ ...b, query: "", page: 1 }, names);

// Runs one function of query.js on each given argument, for the tests. argv: module, function;
// stdin: a JSON list; stdout: the results.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [module, name] = process.argv.slice(2);
const functions = await import(pathToFileURL(module).href);
const plain = (value) => (Array.isArray(value) ? value.map((word) => word.form ?? word) : value);
const results = JSON.parse(readFileSync(0, "utf-8")).map((args) => plain(functions[name](...[args].flat())));
process.stdout.write(JSON.stringify(results));

"""What can be wrong with the front matter, or with another list, as YAML. Pure."""

from scripts.source.problems.code import Code

TITLE = "Cách viết phần dữ kiện (YAML)"

YAML_SYNTAX = Code(
    "yaml-syntax",
    "Máy không hiểu dòng này. Hãy viết theo dạng “tên mục: giá trị”, và đặt giá trị có dấu lạ trong ngoặc kép.",
)
YAML_TAB = YAML_SYNTAX.worded("Dòng này thụt vào bằng phím Tab. Hãy thay bằng dấu cách.")
YAML_INDENT = YAML_SYNTAX.worded(
    "Dòng này thụt vào quá sâu, hoặc dòng trên nó thiếu dấu hai chấm kèm dấu cách sau tên mục. "
    "Hãy viết mỗi dòng theo dạng “tên mục: giá trị”, canh thẳng hàng với nhau."
)
YAML_QUOTE = YAML_SYNTAX.worded("Có dấu ngoặc mở ở đây mà không đóng. Hãy thêm dấu ngoặc ở cuối giá trị.")
YAML_SIGN = YAML_SYNTAX.worded(
    "Giá trị mở đầu bằng một dấu mà máy hiểu là lệnh (& * ! > |). Hãy đặt cả giá trị trong ngoặc kép."
)
YAML_COLON_IN_SENTENCE = YAML_SYNTAX.worded(
    'Trong dòng này có dấu hai chấm kèm dấu cách ở giữa câu. Hãy đặt cả câu trong ngoặc kép: title: "Một: hai".'
)
YAML_FIRST_SIGN = YAML_SYNTAX.worded(
    "Ký tự này không thể đứng đầu một giá trị (@, ` và % cũng vậy). Hãy đặt cả giá trị trong ngoặc kép."
)
YAML_NO_COLON = YAML_SYNTAX.worded(
    "Dòng này thiếu dấu hai chấm sau tên mục, hoặc một câu dài bị ngắt dòng. Hãy viết theo dạng: tên mục: giá trị."
)
YAML_BRACE = YAML_SYNTAX.worded(
    "Danh sách trong ngoặc nhọn chưa đóng, hoặc thiếu dấu phẩy. "
    "Hãy kiểm lại {{ … }}; giá trị có dấu phẩy cần ngoặc kép."
)
YAML_BRACKET = YAML_SYNTAX.worded("Danh sách trong ngoặc vuông chưa đóng, hoặc thiếu dấu phẩy. Hãy kiểm lại [ … ].")
YAML_DASH = YAML_SYNTAX.worded(
    "Dấu gạch đầu dòng phải ở dòng riêng, dưới tên mục. Nếu đây là một câu, hãy đặt cả câu trong ngoặc kép."
)
YAML_SECOND_START = YAML_SYNTAX.worded(
    "Phần đầu bài chỉ được có một khối. Hãy xóa dòng “...” hoặc dòng bắt đầu bằng % ở bên trên."
)
YAML_UNEVEN = YAML_SYNTAX.worded(
    "Dòng này thụt vào không đều, hoặc có chữ thừa sau ngoặc kép. Hãy canh thẳng hàng với các mục bên trên."
)
YAML_NO_VALUE = YAML_SYNTAX.worded("Thiếu giá trị ở đây. Hãy điền giá trị, hoặc xóa dấu phẩy và ngoặc thừa.")
YAML_ESCAPE = YAML_SYNTAX.worded("Dấu \\ trong ngoặc kép không hợp lệ. Hãy dùng ngoặc đơn ' … ' hoặc bỏ dấu \\.")
YAML_MANY_DOCUMENTS = Code(
    "yaml-many-documents", "Phần đầu bài chỉ được có một khối. Hãy xóa dòng “---” hoặc “...” thừa."
)
YAML_DIRECTIVE = YAML_MANY_DOCUMENTS.worded(
    "Không dùng “---”, “%YAML” hay “%TAG” bên trong phần đầu bài. Hãy xóa dòng này."
)
YAML_TAG = Code(
    "yaml-tag",
    "Không dùng thẻ kiểu “{tag}”. Hãy xóa dấu ! và chữ đi liền, hoặc thêm ngoặc kép.",
    {"tag": "!ghi-chu"},
)
YAML_ALIAS = Code(
    "yaml-alias", "Không dùng dấu & và * để trỏ tới chỗ khác. Hãy chép giá trị ra, hoặc đặt trong ngoặc kép."
)
YAML_MERGE = Code("yaml-merge", "Không dùng “<<” để gộp mục. Hãy chép các mục ra.")
YAML_KEY = Code("yaml-key", "Tên mục phải là một từ, ví dụ “title”. Hãy bỏ dấu ?, !, [ hoặc {{ ở trước.")
YAML_TOO_DEEP = Code(
    "yaml-too-deep", "Các mục lồng nhau quá {most} lớp. Hãy viết phẳng như trong bài mẫu.", {"most": 6}
)
HIDDEN_BY_HASH = Code(
    "hidden-by-hash",
    "Máy bỏ qua mọi chữ từ dấu #: “{hidden}”. Hãy đặt cả giá trị trong ngoặc kép; "
    "nếu là lời ghi chú thì thêm dấu cách sau dấu #.",
    {"hidden": "#1 ấp Gò Sen"},
)
DUPLICATE_KEY = Code(
    "duplicate-key",
    "Mục “{written}” bị ghi hai lần (lần đầu ở dòng {line}). Hãy giữ lại một.",
    {"written": "summary", "line": 3},
)

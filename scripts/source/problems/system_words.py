"""Why the system refuses a file, in Vietnamese. Pure."""

import errno

_WHY = {
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "chỗ này chỉ cho đọc",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết phần đĩa được cấp",
    errno.EFBIG: "tệp quá lớn",
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EISDIR: "đây là thư mục",
    errno.ENOTDIR: "trên đường dẫn có chỗ không phải thư mục",
    errno.EEXIST: "đã có tệp tên này",
    errno.ENOTEMPTY: "thư mục không trống",
    errno.ELOOP: "đây là liên kết tượng trưng",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EBUSY: "đang có chương trình khác dùng",
    errno.ETXTBSY: "đang có chương trình khác dùng",
    errno.EXDEV: "hai chỗ ở hai ổ đĩa khác nhau",
    errno.EMFILE: "mở quá nhiều tệp cùng lúc",
    errno.ENFILE: "mở quá nhiều tệp cùng lúc",
    errno.EIO: "ổ đĩa bị lỗi",
    errno.ENXIO: "đây không phải tệp thường",
}


def say_why(error: OSError) -> str:
    """Return the reason as a phrase without a full stop; what has no phrase of ours keeps the system's words."""
    return _WHY.get(error.errno or 0) or error.strerror or type(error).__name__

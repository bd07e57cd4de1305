"""Writes a C source with the text of a file: embed.py INPUT OUTPUT FUNCTION HEADER."""

import sys

source, target, function, header = sys.argv[1:5]
data = open(source, "rb").read()
lines = []
for start in range(0, len(data), 20):
    lines.append("    " + ", ".join(str(byte) for byte in data[start:start + 20]) + ",")
with open(target, "w", encoding="utf-8") as out:
    out.write(f'/* Made from {source.rsplit("/", 1)[-1]}; do not edit. */\n#include "{header}"\n\n')
    out.write("static const unsigned char bytes[] = {\n" + "\n".join(lines) + "\n    0};\n\n")
    out.write(f"Slice {function}(void)\n{{\n")
    out.write("    return (Slice){(const char *) bytes, sizeof(bytes) - 1};\n}\n")

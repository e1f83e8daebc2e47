const separators = [",", ";", "\t"] as const;

/** The separator of a table: the one that its first line has most of, outside of quotes. */
export function separatorOf(text: string): string {
  const line = (text.split(/\r?\n/, 1)[0] ?? "").replaceAll(/"[^"]*"/g, "");
  const counts = separators.map((separator) => line.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** The cells of a table by RFC 4180: a quoted cell may hold separators, lines, and quotes written twice. Empty lines are left out. */
export function parseCsv(source: string, separator: string = separatorOf(source)): string[][] {
  const text = source.replace(/^\uFEFF/, "");
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;

  function endCell(): void {
    row.push(cell.trim());
    cell = "";
  }
  function endRow(): void {
    endCell();
    if (row.some((each) => each !== "")) {
      rows.push(row);
    }
    row = [];
  }

  for (let index = 0; index < text.length; index++) {
    const sign = text[index] ?? "";
    if (quoted) {
      if (sign !== '"') {
        cell += sign;
      } else if (text[index + 1] === '"') {
        cell += '"';
        index++;
      } else {
        quoted = false;
      }
    } else if (sign === '"' && cell.trim() === "") {
      cell = "";
      quoted = true;
    } else if (sign === separator) {
      endCell();
    } else if (sign === "\n") {
      endRow();
    } else if (sign !== "\r") {
      cell += sign;
    }
  }
  endRow();
  return rows;
}

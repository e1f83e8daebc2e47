const longest = 60;

/** A name from the first words of a prompt, on one line. */
export function nameFrom(prompt: string): string {
  const line = prompt.trim().replaceAll(/\s+/g, " ");
  if (line.length <= longest) {
    return line;
  }
  const cut = line.slice(0, longest);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > longest / 2 ? space : longest).replace(/[,.;:]$/, "")}…`;
}

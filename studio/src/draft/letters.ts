const most = 5;

/** The first few letters of a text that are not Latin, each once. */
export function foreignLetters(text: string): string {
  const letters = text.match(/(?!\p{Script=Latin})\p{L}/gu) ?? [];
  return [...new Set(letters)].slice(0, most).join("");
}

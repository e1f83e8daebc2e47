/** An address as people write it: a network of one is that one. */
export function plainAddress(address: string): string {
  return address.replace(address.includes(":") ? /\/128$/ : /\/32$/, "");
}

/** The addresses of a text in which several may stand, each once, behind those that are there. */
export function withAddresses(addresses: readonly string[], text: string): string[] {
  return [...new Set([...addresses, ...text.split(/[\s,;]+/).filter((one) => one !== "")])];
}

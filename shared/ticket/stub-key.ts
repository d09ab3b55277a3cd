/** By which a ticket in a list is known, on the page and on the phone. */
export function stubKey({ number, date }: { readonly number: string; readonly date: string }): string {
  return `${number} ${date}`
}

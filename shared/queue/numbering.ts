/**
 * A ticket number: service letter and daily counter, three digits at least. An identity, never an order promise.
 * @example ticketNumber('A', 12) // 'A-012'
 */
export function ticketNumber(letter: string, counter: number): string {
  return `${letter}-${String(counter).padStart(3, '0')}`
}

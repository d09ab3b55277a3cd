/**
 * An address that other machines cannot open.
 * @example isOfThisMachine('http://localhost:3000') // true
 */
export function isOfThisMachine(origin: string): boolean {
  return /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(origin)
}

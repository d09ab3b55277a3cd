/** Says on the terminal, beside the result, what a long measurement does now and since how many seconds it runs. */
export function createProgress(name: string): (what: string) => void {
  const began = performance.now()
  return what => console.error(`${name} ${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${what}`)
}

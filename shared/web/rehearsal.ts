/** Whether this page was given out in a rehearsal, all of whose data are thrown away. */
export function isRehearsal(): boolean {
  return 'rehearsal' in document.documentElement.dataset
}

/** The title of a page of this product: one of a rehearsal says so first, so that two tabs are told apart. */
export function titleOf(name: string): string {
  return `${isRehearsal() ? 'GELADI · ' : ''}${name} · Tanggap`
}

let reload = () => location.reload()

/** Loads this page from the program that is on stage now. */
export function loadAnew(): void {
  reload()
}

/** What tests do instead of loading the page; gives back how to undo it. */
export function reloadBy(other: () => void): () => void {
  const before = reload
  reload = other
  return () => (reload = before)
}

/** Loads the page anew where a rehearsal has begun or ended since it was loaded: what it holds is of the other program's day. */
export function ofAnotherProgram(rehearsal: boolean): boolean {
  if (rehearsal === isRehearsal()) return false
  loadAnew()
  return true
}

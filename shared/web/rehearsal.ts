/** Whether this page was given out in a rehearsal, all of whose data are thrown away. */
export function isRehearsal(): boolean {
  return 'rehearsal' in document.documentElement.dataset
}

/** Loads the page anew where a rehearsal has begun or ended since it was loaded: what it holds is of the other program's day. */
export function ofAnotherProgram(rehearsal: boolean): boolean {
  if (rehearsal === isRehearsal()) return false
  location.reload()
  return true
}

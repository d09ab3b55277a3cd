/**
 * The button of a page of times, and whatever else repeats the choice, name the chosen time; why the last choice was refused goes
 * with it.
 */
export function chosenTime(page: HTMLElement): void {
  const named = [...page.querySelectorAll<HTMLElement>('[data-named]')]
  const name = (chosen: HTMLInputElement) => {
    const when = chosen.dataset['when']
    if (when === undefined) return
    const values = { '{when}': when, '{When}': when.charAt(0).toUpperCase() + when.slice(1) }
    for (const place of named)
      place.textContent = place.dataset['named']!.replace(/\{[wW]hen\}/, key => values[key as keyof typeof values])
  }
  const first = page.querySelector<HTMLInputElement>('input[name="slot"]:checked')
  if (first) name(first)
  page.addEventListener('change', event => {
    const chosen = event.target as HTMLInputElement
    if (chosen.name !== 'slot') return
    name(chosen)
    page.querySelector('.dock .banner.bad')?.remove()
  })
}

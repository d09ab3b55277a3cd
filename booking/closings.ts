/** So soon an open page says what has closed. */
const EVERY_MS = 5_000
/** A server that does not answer is left alone, longer each time. */
const MOST_MS = 60_000

/** What is followed, and how; a test gives its own. */
export interface ClosingsWorld {
  readonly load: (from: string) => Promise<string>
  readonly later: (run: () => void, ms: number) => void
  readonly hidden: () => boolean
}

/** Says within seconds, in a place of its own, what of the page's service and day closed or opened again; all else stays as it is. */
export function followClosings(place: HTMLElement, world: ClosingsWorld): { look: () => Promise<void> } {
  const { from = '', again = '', dayAgain = '' } = place.dataset
  let said = wordsOf(place)
  let pause = EVERY_MS

  async function look(): Promise<void> {
    if (world.hidden()) return
    try {
      const next = document.createElement('div')
      next.innerHTML = await world.load(from)
      pause = EVERY_MS
      const words = wordsOf(next)
      if (words === said) return
      said = words
      if (words === '') next.innerHTML = '<p class="banner"></p>'
      if (words === '') next.firstElementChild!.textContent = place.querySelector('[data-shut]') ? dayAgain : again
      place.replaceChildren(...next.childNodes)
    } catch {
      pause = Math.min(MOST_MS, pause * 2)
    }
  }

  const turn = () => void look().then(() => world.later(turn, pause))
  world.later(turn, pause)
  return { look }
}

function wordsOf(place: HTMLElement): string {
  return place.textContent!.replace(/\s+/g, ' ').trim()
}

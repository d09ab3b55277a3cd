import { matches } from '../shared/booking/search.ts'
import { formText as words } from '../shared/text/booking-form.ts'
import { say } from '../shared/text/text.ts'
import type { Lang } from '../shared/kit/words.ts'

/** Narrows the list of services while somebody types, by the very rule of the server's own search. */
export function serviceFilter(page: HTMLElement, lang: Lang): void {
  const field = page.querySelector<HTMLInputElement>('#q')!
  const told = page.querySelector<HTMLElement>('#found')!
  const rows = [...page.querySelectorAll<HTMLElement>('#services [data-find]')]
  field.addEventListener('input', () => {
    const query = field.value.trim()
    let n = 0
    for (const row of rows) {
      const text = row.dataset['find'] ?? ''
      row.hidden = !matches({ name: [text, ''], detail: ['', ''], keywords: [], letter: '' }, query)
      if (!row.hidden) n++
    }
    told.textContent = query === '' ? '' : say(words[n === 0 ? 'found.none' : 'found'], lang, { n })
  })
}

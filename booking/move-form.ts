import type { Lang } from '../shared/kit/words.ts'
import { actForms } from './act-forms.ts'

/** Enhances the form that moves a booking: the button names the chosen time, and a lost connection is said on the page. */
export function moveForm(page: HTMLElement, lang: Lang, go: (url: string) => void): void {
  const button = page.querySelector<HTMLButtonElement>('[data-named]')
  page.addEventListener('change', event => {
    const time = (event.target as Element).closest('label')?.querySelector('b')?.textContent
    if (button && time) button.textContent = button.dataset['named']!.replace('{time}', time)
  })
  actForms(page, lang, go)
}

import { bookedText as words } from '../shared/text/booked.ts'
import { say } from '../shared/text/text.ts'
import type { Lang } from '../shared/kit/words.ts'

/** An act may wait for a slow network; after that the person decides. */
const TIMEOUT_MS = 12_000

/** Sends the forms of a ticket without leaving the page while the network is gone; the answer is the page as it then is. */
export function actForms(page: Document | HTMLElement, lang: Lang, go: (url: string) => void): void {
  page.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement
    if (!('send' in form.dataset)) return
    event.preventDefault()
    void send(form, (event as SubmitEvent).submitter, lang, go)
  })
}

async function send(form: HTMLFormElement, by: HTMLElement | null, lang: Lang, go: (url: string) => void) {
  const buttons = [...form.querySelectorAll('button')]
  if (buttons.some(button => button.disabled)) return
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  if (by instanceof HTMLButtonElement && by.name) body.set(by.name, by.value)
  const failed = form.querySelector('.failed')!
  const label = by?.textContent ?? ''
  for (const button of buttons) button.disabled = true
  if (by) by.textContent = say(words['sending'], lang)
  failed.textContent = ''
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS)
  try {
    const answer = await fetch(form.action, { method: 'POST', body, signal: abort.signal })
    go(answer.url)
  } catch {
    failed.textContent = say(words['unsent'], lang)
    for (const button of buttons) button.disabled = false
    if (by) by.textContent = label
  } finally {
    clearTimeout(timer)
  }
}

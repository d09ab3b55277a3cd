import { bookedText as words } from '../shared/text/booked.ts'
import { say } from '../shared/text/text.ts'
import type { Lang } from '../shared/kit/words.ts'
import { actOf } from '../shared/web/act.ts'
import { Unreachable } from '../shared/web/client.ts'

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

/** The form carries the key of its command in a field that the server wrote, so every try is the same act. */
async function send(form: HTMLFormElement, by: HTMLElement | null, lang: Lang, go: (url: string) => void) {
  // Its button, and the line that says what failed, may stand in the dock.
  const parts = [...form.elements]
  const buttons = parts.filter(part => part instanceof HTMLButtonElement)
  if (buttons.some(button => button.disabled)) return
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  if (by instanceof HTMLButtonElement && by.name) body.set(by.name, by.value)
  const failed = form.querySelector('.failed') ?? parts.find(part => part.classList.contains('failed'))!
  const label = by?.textContent ?? ''
  const act = actOf(
    () => {
      // Once it was answered another page comes, and until then nothing may be touched.
      const open = act.now.state === 'unsaved'
      for (const button of buttons) button.disabled = !open
      if (by) by.textContent = open ? label : say(words['sending'], lang)
      failed.textContent = open ? say(words['unsent'], lang) : ''
      if (open) failed.scrollIntoView({ block: 'nearest' })
    },
    { pauses: [] },
  )
  const answer = await act.run('send', () =>
    fetch(form.action, { method: 'POST', body, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => {
      throw new Unreachable()
    }),
  )
  if (!answer) return
  // A refusal has no address of its own: sent as a page, the same act is answered by the page that says it.
  if (answer.redirected) go(answer.url)
  else form.submit()
}

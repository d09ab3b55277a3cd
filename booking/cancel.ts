import { bookingText as words } from '../shared/text/booking.ts'
import { say } from '../shared/text/text.ts'
import type { Lang } from '../shared/kit/words.ts'
import { actOf } from '../shared/web/act.ts'
import { codeOf } from '../shared/web/client.ts'

/** Asks in a dialog before the number is given up, and sends it without leaving the page. */
export function cancelDialog(
  dialog: HTMLDialogElement,
  lang: Lang,
  send: (key: string) => Promise<object>,
  changed: () => void,
): { open: () => void } {
  const failed = dialog.querySelector('.failed')!
  const yes = dialog.querySelector<HTMLButtonElement>('form[method="post"] button')!
  const act = actOf(
    () => {
      yes.disabled = act.busy()
      yes.textContent = say(words[act.busy() ? 'cancel.busy' : 'cancel.yes'], lang)
      const offline = codeOf(act.error) === 'UNREACHABLE'
      failed.textContent = act.error ? say(words[offline ? 'cancel.offline' : 'cancel.failed'], lang) : ''
    },
    { pauses: [] },
  )

  dialog.querySelector('form[method="post"]')!.addEventListener('submit', event => {
    event.preventDefault()
    void give()
  })

  async function give(): Promise<void> {
    if (act.busy()) return
    const done = await act.run('cancel', send)
    if (done) dialog.close()
    if (done || codeOf(act.error) !== 'UNREACHABLE') changed()
  }

  return {
    open: () => {
      act.rest()
      dialog.showModal()
    },
  }
}

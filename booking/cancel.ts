import { bookingText as words } from '../shared/text/booking.ts'
import { say } from '../shared/text/text.ts'
import type { Lang } from '../shared/kit/words.ts'
import { codeOf, newKey } from '../shared/web/client.ts'

/** Asks in a dialog before the number is given up, and sends it without leaving the page. */
export function cancelDialog(
  dialog: HTMLDialogElement,
  lang: Lang,
  send: (key: string) => Promise<unknown>,
  changed: () => void,
): { open: () => void } {
  const failed = dialog.querySelector('.failed')!
  const yes = dialog.querySelector<HTMLButtonElement>('form[method="post"] button')!
  let key = newKey()

  dialog.querySelector('form[method="post"]')!.addEventListener('submit', event => {
    event.preventDefault()
    void give()
  })

  async function give(): Promise<void> {
    if (yes.disabled) return
    yes.disabled = true
    yes.textContent = say(words['cancel.busy'], lang)
    failed.textContent = ''
    try {
      await send(key)
      dialog.close()
      changed()
    } catch (error) {
      const offline = codeOf(error) === 'UNREACHABLE'
      failed.textContent = say(words[offline ? 'cancel.offline' : 'cancel.failed'], lang)
      if (!offline) changed()
    } finally {
      yes.disabled = false
      yes.textContent = say(words['cancel.yes'], lang)
    }
  }

  return {
    open: () => {
      key = newKey()
      failed.textContent = ''
      dialog.showModal()
    },
  }
}

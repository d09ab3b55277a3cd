import type { Challenge } from 'altcha-lib/types'
import { AppError } from '../shared/kit/errors.ts'
import { formText as words } from '../shared/text/booking-form.ts'
import { say, waitText } from '../shared/text/text.ts'
import type { Lang } from '../shared/kit/words.ts'
import { actOf, mayHaveArrived } from '../shared/web/act.ts'
import { codeOf } from '../shared/web/client.ts'
import { draftOf } from './draft.ts'
import { holdClock } from './hold-clock.ts'
import { mended } from './mended.ts'

/** What the form needs of the world; a test gives its own. */
export interface FormWorld {
  readonly lang: Lang
  /** Sends the form as data. Throws as `call` does. */
  readonly send: (fields: URLSearchParams) => Promise<{ path: string }>
  /** Solves a challenge; `undefined` where this browser cannot. */
  readonly prove: (challenge: Challenge, progress: (share: number) => void) => Promise<string | undefined>
  /** Sends the form as a page: the server then says what is wrong, with everything typed in place. */
  readonly submit: (form: HTMLFormElement) => void
  readonly go: (path: string) => void
  /** Opens the page anew: an empty form with a key of its own. */
  readonly again: () => void
  readonly store: Storage
  readonly clock: () => number
}

/**
 * Enhances the booking form: what was typed survives a reload, a lost connection is said and tried again as the same act,
 * and a proof is worked out quietly. Gives the tick of a second.
 */
export function bookForm(page: HTMLElement, world: FormWorld): { tick: () => void } {
  const { lang } = world
  const form = page.querySelector<HTMLFormElement>('#book')!
  const button = page.querySelector<HTMLButtonElement>('#send')!
  const state = page.querySelector<HTMLElement>('#state')!
  const label = button.textContent!
  const draft = draftOf(form, world.store)
  // The form carries the key of its command in a field that the server wrote, so every try is the same act.
  const act = actOf(
    () => {
      button.disabled = act.busy()
      if (act.busy()) button.textContent = say(words['sending'], lang)
    },
    { pauses: [] },
  )

  const tell = (text: string, tone = '') => {
    state.className = `state ${tone}`
    state.textContent = text
  }

  if (draft.restore()) tell(say(words['back'], lang))
  form.addEventListener('input', event => {
    draft.keep()
    mended(page, event.target as HTMLElement)
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    void send()
  })
  // Who comes back before it was sent finds it ready again; once it was sent, the next one on this phone finds it empty.
  window.addEventListener('pageshow', event => {
    if (!event.persisted) return
    if (!draft.kept()) {
      for (const input of form.querySelectorAll<HTMLInputElement>('.field :is(input, select)')) input.value = ''
      return world.again()
    }
    button.disabled = false
    button.textContent = label
  })
  window.addEventListener('online', () => {
    if (codeOf(act.error) === 'UNREACHABLE' && form.isConnected) void send()
  })

  async function send(): Promise<void> {
    if (button.disabled) return
    draft.keep()
    tell('')
    const booked = await act.run('book', () => sent(fieldsOf(form)))
    if (!booked) return refused(act.error)
    button.disabled = true
    draft.clear()
    world.go(`${booked.path}?lang=${lang}`)
  }

  /** Sends; where a proof is asked for, works it out and sends once more under the same key. */
  async function sent(fields: URLSearchParams): Promise<{ path: string }> {
    try {
      return await world.send(fields)
    } catch (error) {
      const challenge = error instanceof AppError && error.code === 'PROOF_REQUIRED' && error.data?.['challenge']
      if (!challenge) throw error
      let shown = -1
      const proof = await world.prove(challenge as Challenge, share => {
        // In tenths, because a screen reader says every change.
        const tenths = Math.floor(share * 10)
        if (tenths > shown) tell(say(words['proof'], lang, { n: tenths * 10 }), 'calm')
        shown = Math.max(shown, tenths)
      })
      if (proof === undefined) throw error
      fields.set('proof', proof)
      return world.send(fields)
    }
  }

  function refused(error: unknown): void {
    const code = codeOf(error)
    if (code === 'UNREACHABLE') {
      button.textContent = say(words['retry'], lang)
      return tell(say(words['offline'], lang), 'bad')
    }
    if (mayHaveArrived(error) || code === 'TOO_MANY_REQUESTS') {
      const n = error instanceof AppError ? Number(error.data?.['retryAfter'] ?? 5) : 5
      button.textContent = say(words['retry'], lang)
      return tell(say(words['busy'], lang, { wait: waitText(n, lang) }), 'bad')
    }
    world.submit(form)
  }

  return { tick: holdClock(page.querySelector('#hold'), lang, world.clock) }
}

function fieldsOf(form: HTMLFormElement): URLSearchParams {
  return new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
}

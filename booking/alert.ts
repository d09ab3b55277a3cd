import { html, type Markup } from '../shared/ticket/markup.ts'
import { drawnIcon } from '../shared/ticket/ticket-drawings.ts'
import { documentText } from '../shared/text/application.ts'
import { bookedText } from '../shared/text/booked.ts'
import { bookingText as words } from '../shared/text/booking.ts'
import { say } from '../shared/text/text.ts'
import type { Lang } from '../shared/kit/words.ts'

const TONES = [659, 880] as const
const LOUDNESS = 0.12

/** What became of the wish to be told while the page is closed: on, refused by the person, not known to this browser, or not reached. */
export type PushAnswer = 'on' | 'denied' | 'unsupported' | 'failed'

/** Tells the holder that the turn is near, by a soft sound and a short shake of the phone. */
export interface Alert {
  readonly on: boolean
  readonly pushed?: PushAnswer | undefined
  toggle(): void
  ring(): void
}

/**
 * An alert that is off until it is touched: a browser gives sound and vibration only after a touch. `push` asks for
 * notifications in the same touch, where there are any, and takes them back with the next one.
 */
export function softAlert(push?: { ask(): Promise<PushAnswer>; stop(): Promise<void> }): Alert {
  let sound: AudioContext | undefined
  let on = false
  let pushed: PushAnswer | undefined
  const ring = () => {
    if (!on) return
    navigator.vibrate?.([200, 100, 200])
    if (sound) play(sound)
  }
  const takeBack = () => {
    if (pushed !== 'on') return
    pushed = undefined
    // Not reached: the next touch tries it again.
    void push?.stop().catch(() => (pushed = 'on'))
  }
  return {
    get on() {
      return on
    },
    get pushed() {
      return pushed
    },
    toggle() {
      on = !on
      if (!on) return takeBack()
      sound ??= new AudioContext()
      void sound.resume()
      ring()
      if (pushed !== 'on') {
        void push?.ask().then(answer => {
          pushed = answer
          // Switched off again while the browser was asking.
          if (!on) takeBack()
        })
      }
    },
    ring,
  }
}

/** What the switch promises: to tell of three people left, of the call, of any news before the visit, or of a document that is ready. */
export type Told = 'three' | 'call' | 'news' | 'ready'

/** The switch, as a row of the page. */
export function alertRow({ on, pushed }: Alert, told: Told, lang: Lang): Markup {
  const state = html`<span class="tag${on && ' go'}">${say(words[on ? 'alert.on' : 'alert.off'], lang)}</span>`
  const label = {
    three: words['alert.label'],
    call: words['alert.called'],
    news: bookedText['alert.news'],
    ready: documentText['late.tell'],
  }[told]
  const how =
    on && pushed === 'on'
      ? bookedText['alert.pushed']
      : on && pushed === 'denied'
        ? bookedText['alert.denied']
        : words['alert.how']
  return html`<button
      type="button"
      class="row"
      data-act="alert"
      aria-pressed="${String(on)}"
      aria-describedby="alert-how"
    >
      ${drawnIcon('bell')}<span>${say(label, lang)}</span>${state}
    </button>
    <p id="alert-how" class="how">${say(how, lang)}</p>`
}

function play(sound: AudioContext): void {
  TONES.forEach((frequency, place) => {
    const tone = new OscillatorNode(sound, { frequency })
    const volume = new GainNode(sound, { gain: 0 })
    const from = sound.currentTime + place * 0.22
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(LOUDNESS, from + 0.03)
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.5)
    tone.connect(volume).connect(sound.destination)
    tone.start(from)
    tone.stop(from + 0.55)
  })
}

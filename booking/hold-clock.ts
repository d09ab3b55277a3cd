import { formText as words } from '../shared/text/booking-form.ts'
import { say } from '../shared/text/text.ts'
import type { Lang } from '../shared/kit/words.ts'

/** Counts down for how long the time is kept; `clock` gives milliseconds that only grow. Gives the tick of a second. */
export function holdClock(line: HTMLElement | null, lang: Lang, clock: () => number): () => void {
  const left = Number(line?.dataset['left'])
  if (!line || !(left > 0)) return () => {}
  const end = clock() + left
  const shown = line.querySelector('b')!
  const tick = () => {
    const seconds = Math.ceil((end - clock()) / 1000)
    const over = seconds <= 0
    const time = `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, '0')}`
    const text = over ? '' : say(words['hold.left'], lang, { time: lang === 'id' ? time : time.replace('.', ':') })
    if (shown.textContent !== text) shown.textContent = text
    if (over && !line.classList.contains('over')) {
      line.classList.add('over')
      line.textContent = say(words['hold.over'], lang)
      line.append(shown)
    }
  }
  tick()
  return tick
}

import { slotGroups } from '../../../../shared/booking/parts-of-day.ts'
import { officeDate, type Instant } from '../../../../shared/kit/time.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { pagesText as words } from '../../../../shared/text/booking-pages.ts'
import { say } from '../../../../shared/text/text.ts'
import { capital, nearDateText, shortDateText, timeText } from '../../../../shared/text/ui.ts'
import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import { drawnIcon } from '../../../../shared/ticket/ticket-drawings.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import { nearDay, type DayChoice, type Slot } from './days.ts'
import type { SlotsReply } from './desk.ts'

/** Which of the times are marked. */
export interface Marked {
  /** The one that is chosen when the page opens. */
  readonly chosen: string | undefined
  /** The one that this booking has already. */
  readonly mine?: Instant | undefined
  /** Whether the group of the chosen one stands open. */
  readonly open?: boolean
}

/** Date and time of a slot as the button of the page repeats them. */
export function whenText(at: Instant, { office, now }: Pick<Front, 'office' | 'now'>, lang: Lang): string {
  return `${shortDateText(at, office.zone, lang, now)}, ${timeText(at, office.zone, lang)}`
}

/** The times of a day in groups that show what is left before they open. */
export function dayTimes(front: Front, day: DayChoice, lang: Lang, marked: Marked): Markup {
  const { zone } = front.office
  const title = say(words['slots.of'], lang, { date: nearDay(day.date, lang, front), zone })
  const groups = slotGroups(day.slots, zone).map(group => {
    const left = group.slots.reduce((sum, s) => sum + (s.start === marked.mine ? 0 : Math.max(0, s.free)), 0)
    const hours = `${timeText(group.from, zone, lang)}–${timeText(group.to, zone, lang)}`
    const open = marked.open !== false && group.slots.some(s => s.id === marked.chosen)
    const state = left > 0 ? say(words['slots.left'], lang, { n: left }) : say(words['slots.full'], lang)
    return html`<details class="grp" open=${open}>
      <summary>
        <span
          >${say(words[`part.${group.part}`], lang)}${group.no === undefined ? '' : ` ${group.no}`}
          <small>${hours}</small></span
        ><span class="tag${left > 0 && ' go'}">${state}</span>${drawnIcon('chevron')}
      </summary>
      <div class="cells">${group.slots.map(slot => cell(front, slot, lang, marked))}</div>
    </details>`
  })
  return html`<fieldset class="slots">
    <legend>${capital(title)}</legend>
    ${groups}
  </fieldset>`
}

function cell(front: Front, slot: Slot, lang: Lang, { chosen, mine }: Marked): Markup {
  const own = slot.start === mine
  const full = own || slot.free <= 0
  const left = own
    ? say(words['slots.mine'], lang)
    : full
      ? say(words['slots.full'], lang)
      : say(words['slots.left'], lang, { n: slot.free })
  return html`<label class="slot${full && ' off'}"
    ><input
      type="radio"
      name="slot"
      value="${slot.id}"
      required
      disabled=${full}
      checked=${slot.id === chosen}
      data-when="${whenText(slot.start, front, lang)}"
    /><span><b>${timeText(slot.start, front.office.zone, lang)}</b> ${left}</span></label
  >`
}

/** The quietest times and the soonest one, each as a whole sentence; the first is chosen. */
export function quietList(front: Front, reply: SlotsReply, lang: Lang): Markup | false {
  const { zone } = front.office
  const rows = reply.quiet.flatMap(({ slotId, why, crowd }, i) => {
    const slot = reply.slots.find(s => s.id === slotId)
    if (!slot) return []
    const today = slotId.startsWith(officeDate(front.now, zone))
    const day = capital((today ? shortDateText : nearDateText)(slot.start, zone, lang, front.now))
    const how = say(words[`crowd.${crowd}`], lang)
    return [
      html`<label class="slot whole"
        ><input
          type="radio"
          name="slot"
          value="${slotId}"
          required
          checked=${i === 0}
          data-when="${whenText(slot.start, front, lang)}"
        /><span
          ><b>${day}, ${timeText(slot.start, zone, lang)}</b
          ><small>${why === 'soonest' ? say(words['quiet.soonest'], lang, { how }) : capital(how)}</small
          ><i class="tag go">${say(words['slots.left'], lang, { n: slot.free })}</i></span
        ></label
      >`,
    ]
  })
  if (rows.length === 0) return false
  return html`<fieldset class="slots">
    <legend>${say(words['quiet.title'], lang)}</legend>
    <div class="quiet">${rows}</div>
  </fieldset>`
}

import { html } from 'lit'
import { PARTS_OF_DAY, type Excluded } from '../../shared/officer/contest/contest.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { contestText as words, partOfDayText } from '../../shared/text/contest.ts'
import { t } from '../../shared/web/lang.ts'

/** A list with or without one of its items. */
export function toggled<T>(list: readonly T[], item: T, on: boolean): readonly T[] {
  return on ? [...list.filter(i => i !== item), item] : list.filter(i => i !== item)
}

/** The fields that say which ratings are meant: days, parts of the day and counters; never single answers. */
export function excludedFields(
  office: OfficeInfo,
  excluded: Excluded,
  bounds: { readonly from: string; readonly to: string },
  change: (next: Excluded) => void,
  counters = t(words.counters),
) {
  const day = (name: 'from' | 'to') =>
    html`<label class="field"
      ><span>${t(words[name])}</span
      ><input
        type="date"
        name=${name}
        required
        min=${name === 'to' && excluded.from !== '' ? excluded.from : bounds.from}
        max=${bounds.to}
        .value=${excluded[name]}
        @change=${(e: Event) => change({ ...excluded, [name]: (e.target as HTMLInputElement).value })}
    /></label>`
  const box = (label: string, on: boolean, toggle: (on: boolean) => void) =>
    html`<label
      ><input
        type="checkbox"
        .checked=${on}
        @change=${(e: Event) => toggle((e.target as HTMLInputElement).checked)}
      />${label}</label
    >`
  return html`<div class="days">${day('from')} ${day('to')}</div>
    <fieldset>
      <legend>${t(words.hours)}</legend>
      ${PARTS_OF_DAY.map(part =>
        box(t(partOfDayText[part]), excluded.hours.includes(part), on =>
          change({ ...excluded, hours: PARTS_OF_DAY.filter(p => toggled(excluded.hours, part, on).includes(p)) }),
        ),
      )}
    </fieldset>
    <fieldset>
      <legend>${counters}</legend>
      ${office.counters.map(({ id, name }) =>
        box(name, excluded.counters.includes(id), on =>
          change({ ...excluded, counters: toggled(excluded.counters, id, on) }),
        ),
      )}
    </fieldset>`
}

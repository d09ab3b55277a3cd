import { html } from 'lit'
import type { Reply } from '../../shared/contracts/api.ts'
import { atClock, type LocalDate } from '../../shared/kit/time.ts'
import { teamText as words } from '../../shared/text/feedback.ts'
import { dateText } from '../../shared/text/ui.ts'
import { lang, t } from '../../shared/web/lang.ts'

type Team = Reply<'GET /api/me/team'>

const dateSays = (date: LocalDate) => `${dateText(atClock(date, '12:00', 'WIB'), 'WIB', lang())} ${date.slice(0, 4)}`

/** Who acts for whoever looks, and a form that hands it over. */
export function delegationPane(
  { delegations, colleagues }: Team,
  today: LocalDate,
  acts: {
    readonly busy: (key?: string) => boolean
    readonly give: (event: SubmitEvent) => void
    readonly takeBack: (id: string) => void
  },
) {
  const holds = (d: Team['delegations'][number]) => d.endedOn === null && d.to >= today
  return html`<section class="pane" aria-labelledby="delegation">
    <h2 id="delegation">${t(words.delegation)}</h2>
    <p class="note">${t(words['delegation.why'])}</p>
    ${
      delegations.length === 0
        ? html`<p class="soft">${t(words['delegation.none'])}</p>`
        : html`<ul class="people">
            ${delegations.map(
              d =>
                html`<li>
                  <span
                    >${t(words.acts, { name: d.delegate, from: dateSays(d.from), to: dateSays(d.endedOn ?? d.to) })}</span
                  >
                  ${
                    holds(d)
                      ? html`<ui-button
                          size="s"
                          label=${t(words['takeBack.label'], { name: d.delegate })}
                          ?busy=${acts.busy(d.id)}
                          @click=${() => acts.takeBack(d.id)}
                          >${t(words.takeBack)}</ui-button
                        >`
                      : html`<ui-tag>${t(words.over)}</ui-tag>`
                  }
                </li>`,
            )}
          </ul>`
    }
    <form @submit=${acts.give}>
      <label class="field"
        ><span>${t(words.delegate)}</span
        ><select name="delegate" required>
          <option value=""></option>
          ${colleagues.map(c => html`<option value=${c.id}>${c.name}</option>`)}
        </select></label
      >
      <label class="field"
        ><span>${t(words.from)}</span><input name="from" type="date" .value=${today} min=${today} required
      /></label>
      <label class="field"><span>${t(words.to)}</span><input name="to" type="date" min=${today} required /></label>
      <div><ui-button type="submit" ?busy=${acts.busy()}>${t(words.give)}</ui-button></div>
    </form>
  </section>`
}

/** What was asked for in the form. */
export function giveDelegation(form: HTMLFormElement) {
  const given = new FormData(form)
  const of = (name: string) => given.get(name) as string
  return { delegateId: of('delegate'), from: of('from'), to: of('to') }
}

import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import { oversightText as words } from '../../../shared/text/oversight.ts'
import { t } from '../../../shared/web/lang.ts'
import { ask } from '../../parts/ask.ts'
import { whenRead } from '../../parts/fetched.ts'
import { termSays, typedIn } from './oversight-styles.ts'
import { personChoice, peopleOf, type People } from './person-choice.ts'
import { TermsPane } from './terms-pane.ts'

type Delegation = Reply<'GET /api/offices/:office/delegations'>['delegations'][number]

/** Who reads and acts for somebody who is away, until when. */
@customElement('delegations-pane')
export class DelegationsPane extends TermsPane<{ readonly all: readonly Delegation[]; readonly people: People }> {
  protected override async read() {
    const params = { office: this.office.id }
    const { delegations } = await ask('GET /api/offices/:office/delegations', { params })
    return { all: delegations, people: await peopleOf(this.office.id) }
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="acting">
      <h2 id="acting">${t(words['acting.title'])}</h2>
      ${this.lead(t(words['acting.why']))}
      ${whenRead(
        this.all,
        ({ all, people }) =>
          html`${this.#list(all)}
            <form @submit=${this.#onAdd}>
              ${personChoice('person', t(words.away), people)} ${personChoice('delegate', t(words.acting), people)}
              ${this.term(t(words['acting.add']), true)}
            </form>`,
      )}
    </section>`
  }

  #list(all: readonly Delegation[]) {
    if (all.length === 0) return html`<p class="soft">${t(words['acting.none'])}</p>`
    return html`<ul>
      ${all.map(
        one =>
          html`<li>
            <span
              ><b>${one.delegate}</b><small>${t(words.behalf, { name: one.person })} · ${termSays(one)}</small></span
            >
            ${
              one.endedOn !== null || one.to < this.today
                ? html`<ui-tag>${t(words.ended)}</ui-tag>`
                : this.ending(one.id, t(words['see.end']), t(words['see.end.label'], { name: one.delegate }), () =>
                    this.#end(one.id),
                  )
            }
          </li>`,
      )}
    </ul>`
  }

  readonly #onAdd = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const typed = typedIn(form)
    const people = { personId: typed('person'), delegateId: typed('delegate') }
    const body = { ...people, from: typed('from'), to: typed('to') }
    const params = { office: this.office.id }
    const done = await this.act.run(body, key => ask('POST /api/offices/:office/delegations', { params, body }, key))
    if (done) form.reset()
    this.again()
  }

  async #end(delegation: string): Promise<void> {
    const params = { office: this.office.id, delegation }
    await this.act.run(delegation, key => ask('POST /api/offices/:office/delegations/:delegation/end', { params }, key))
    this.again()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'delegations-pane': DelegationsPane
  }
}

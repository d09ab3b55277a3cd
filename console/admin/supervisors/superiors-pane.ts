import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import { oversightText as words } from '../../../shared/text/oversight.ts'
import { t } from '../../../shared/web/lang.ts'
import { ask } from '../../parts/ask.ts'
import { whenRead } from '../../parts/fetched.ts'
import { termSays, typedIn } from './oversight-styles.ts'
import { personChoice, peopleOf, type People } from './person-choice.ts'
import { TermsPane } from './terms-pane.ts'

type Superior = Reply<'GET /api/offices/:office/superiors'>['superiors'][number]

/** Who decides over the assessments of an assessor whom nobody here assesses, from when to when. */
@customElement('superiors-pane')
export class SuperiorsPane extends TermsPane<{ readonly all: readonly Superior[]; readonly people: People }> {
  protected override async read() {
    const params = { office: this.office.id }
    const { superiors } = await ask('GET /api/offices/:office/superiors', { params })
    return { all: superiors, people: await peopleOf(this.office.id) }
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="over">
      <h2 id="over">${t(words['over.title'])}</h2>
      ${this.lead(t(words['over.why']))}
      ${whenRead(
        this.all,
        ({ all, people }) =>
          html`${this.#list(all)}
            <form @submit=${this.#onAdd}>
              ${personChoice('assessor', t(words.assessor), people)}
              ${personChoice('superior', t(words.superior), people)} ${this.term(t(words['over.add']))}
            </form>`,
      )}
    </section>`
  }

  #list(all: readonly Superior[]) {
    if (all.length === 0) return html`<p class="soft">${t(words['over.none'])}</p>`
    return html`<ul>
      ${all.map(
        one =>
          html`<li>
            <span><b>${one.assessor}</b><small>${t(words.superior)}: ${one.superior} · ${termSays(one)}</small></span>
            ${
              one.to !== null
                ? one.to < this.today
                  ? html`<ui-tag>${t(words.ended)}</ui-tag>`
                  : nothing
                : this.ending(one.id, t(words.end), t(words['end.label'], { name: one.assessor }), () =>
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
    const people = { assessorId: typed('assessor'), superiorId: typed('superior') }
    const body = { ...people, from: typed('from'), to: typed('to') || null }
    const params = { office: this.office.id }
    const done = await this.act.run(body, key => ask('POST /api/offices/:office/superiors', { params, body }, key))
    if (done) form.reset()
    this.again()
  }

  async #end(superior: string): Promise<void> {
    const params = { office: this.office.id, superior }
    const body = { to: this.today }
    await this.act.run(superior, key => ask('POST /api/offices/:office/superiors/:superior/end', { params, body }, key))
    this.again()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'superiors-pane': SuperiorsPane
  }
}

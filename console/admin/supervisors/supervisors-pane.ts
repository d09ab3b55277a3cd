import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Input, Reply } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays } from '../../../shared/kit/time.ts'
import { oversightText as words } from '../../../shared/text/oversight.ts'
import { t } from '../../../shared/web/lang.ts'
import '../../../shared/web/ui/ui-dialog.ts'
import '../../../shared/web/ui/ui-tag.ts'
import { ask } from '../../parts/ask.ts'
import { whenRead } from '../../parts/fetched.ts'
import { dateSays, termSays, typedIn } from './oversight-styles.ts'
import { personChoice, peopleOf, type People } from './person-choice.ts'
import { TermsPane } from './terms-pane.ts'

type Supervision = Reply<'GET /api/offices/:office/supervisions'>['supervisions'][number]
type Wanted = Input<'POST /api/offices/:office/supervisions'>['body']

/** Who assesses whom, from when to when; what goes on and would end is told first. */
@customElement('supervisors-pane')
export class SupervisorsPane extends TermsPane<{ readonly all: readonly Supervision[]; readonly people: People }> {
  /** What would be decided, and the supervision that it would end. */
  @state() private asking: { readonly body: Wanted; readonly open: Supervision } | undefined

  protected override async read() {
    const params = { office: this.office.id }
    return {
      all: (await ask('GET /api/offices/:office/supervisions', { params })).supervisions,
      people: await peopleOf(this.office.id),
    }
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="who">
      <h2 id="who">${t(words['who.title'])}</h2>
      ${this.lead(t(words['who.why']), this.asking !== undefined)}
      ${whenRead(this.all, ({ all, people }) => html`${this.#list(all)} ${this.#form(people)}`)} ${this.#question()}
    </section>`
  }

  #list(all: readonly Supervision[]) {
    if (all.length === 0) return html`<p class="soft">${t(words['who.none'])}</p>`
    return html`<ul>
      ${all.map(
        one =>
          html`<li>
            <span><b>${one.officer}</b><small>${t(words.assessor)}: ${one.assessor} · ${termSays(one)}</small></span>
            ${
              one.to !== null
                ? one.to < this.today
                  ? html`<ui-tag>${t(words.ended)}</ui-tag>`
                  : nothing
                : this.ending(one.id, t(words.end), t(words['end.label'], { name: one.officer }), () =>
                    this.#end(one.id),
                  )
            }
          </li>`,
      )}
    </ul>`
  }

  #form(people: People) {
    const choice = (name: 'officer' | 'assessor') => personChoice(name, t(words[name]), people)
    return html`<form @submit=${this.#onAdd}>
      ${choice('officer')} ${choice('assessor')} ${this.term(t(words['who.add']))}
    </form>`
  }

  /** What goes on and would end is told before it happens. */
  #question() {
    const { asking } = this
    if (!asking) return nothing
    const { open, body } = asking
    const next = this.all.value?.people.find(p => p.id === body.assessorId)?.name ?? ''
    const until = dateSays(addDays(body.from, -1))
    return html`<ui-dialog
      open
      heading=${t(words['open.title'])}
      primary=${t(words['open.go'])}
      secondary=${t(words['open.stay'])}
      @primary=${() => void this.#add({ ...body, ends: open.id })}
      @secondary=${() => (this.asking = undefined)}
      @dismiss=${() => (this.asking = undefined)}
      >${t(words['open.why'], { name: open.assessor, officer: open.officer, until, next })}</ui-dialog
    >`
  }

  readonly #onAdd = (event: SubmitEvent): void => {
    event.preventDefault()
    const typed = typedIn(event.currentTarget as HTMLFormElement)
    const people = { officerId: typed('officer'), assessorId: typed('assessor') }
    void this.#add({ ...people, from: typed('from'), to: typed('to') || null })
  }

  async #add(body: Wanted): Promise<void> {
    const params = { office: this.office.id }
    this.asking = undefined
    await this.act.run(body, key => ask('POST /api/offices/:office/supervisions', { params, body }, key))
    const { error } = this.act
    const ends =
      error instanceof AppError && error.code === 'SUPERVISION_OPEN' ? error.data?.['supervision'] : undefined
    const open = this.all.value?.all.find(s => s.id === ends)
    if (open) this.asking = { body, open }
    this.again()
  }

  async #end(supervision: string): Promise<void> {
    const params = { office: this.office.id, supervision }
    const body = { to: this.today }
    await this.act.run(supervision, key =>
      ask('POST /api/offices/:office/supervisions/:supervision/end', { params, body }, key),
    )
    this.again()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'supervisors-pane': SupervisorsPane
  }
}

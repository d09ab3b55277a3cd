import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { contestText as words } from '../../shared/text/contest.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-dialog.ts'
import { ask } from '../parts/ask.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { contestStyles } from './contest-styles.ts'

type Contest = Reply<'GET /api/me/contests/:contest'>['contest']

/** What an officer may still do with an objection that waits: add evidence, or take it back. Raises `changed`. */
@customElement('contest-more')
export class ContestMore extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, contestStyles]

  @property({ attribute: false }) contest!: Contest
  @state() private asking = false
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    return html`<section class="pane" aria-label=${t(words['evidence.send'])}>
      <form @submit=${this.#onAdd}>
        <label class="field"
          ><span>${t(words['evidence.add'])}</span><input name="line" required maxlength="300" />
        </label>
        <div role="alert">
          ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
        </div>
        <ui-button type="submit" ?busy=${this.#act.busy()}>${t(words['evidence.send'])}</ui-button>
        <button type="submit" hidden></button>
      </form>
      <ui-button data-withdraw @click=${() => (this.asking = true)}>${t(words.withdraw)}</ui-button>
      ${this.asking ? this.#question() : nothing}
    </section>`
  }

  #question() {
    const close = () => (this.asking = false)
    return html`<ui-dialog
      open
      forGood
      heading=${t(words['withdraw.sure'])}
      primary=${t(words.withdraw)}
      secondary=${t(words['withdraw.stay'])}
      @primary=${() => void this.#withdraw()}
      @secondary=${close}
      @dismiss=${close}
      >${t(words['withdraw.final'])}</ui-dialog
    >`
  }

  readonly #onAdd = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const body = { line: (new FormData(form).get('line') as string).trim() }
    const params = { contest: this.contest.id }
    const done = await this.#act.run(body, key => ask('POST /api/me/contests/:contest/evidence', { params, body }, key))
    if (!done) return
    form.reset()
    emit(this, 'changed', done.contest)
  }

  async #withdraw(): Promise<void> {
    this.asking = false
    const { id } = this.contest
    const params = { contest: id }
    const done = await this.#act.run(id, key => ask('POST /api/me/contests/:contest/withdraw', { params }, key))
    if (done) emit(this, 'changed', done.contest)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'contest-more': ContestMore
  }
}

import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import { oversightText as words } from '../../../shared/text/oversight.ts'
import { t } from '../../../shared/web/lang.ts'
import '../../../shared/web/ui/ui-tag.ts'
import { ask } from '../../parts/ask.ts'
import { whenRead } from '../../parts/fetched.ts'
import { termSays, typedIn } from './oversight-styles.ts'
import { TermsPane } from './terms-pane.ts'

type Observer = Reply<'GET /api/offices/:office/observers'>['observers'][number]

/** Who reads the figures of the office from elsewhere: agreed to here, ended here. */
@customElement('observers-pane')
export class ObserversPane extends TermsPane<readonly Observer[]> {
  protected override async read() {
    const params = { office: this.office.id }
    return (await ask('GET /api/offices/:office/observers', { params })).observers
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="see">
      <h2 id="see">${t(words['see.title'])}</h2>
      ${this.lead(t(words['see.why']))} ${whenRead(this.all, all => this.#list(all))}
      <form @submit=${this.#onAgree}>
        <label class="field"
          ><span>${t(words.username)}</span><input name="username" autocomplete="off" required
        /></label>
        ${this.term(t(words['see.add']))}
      </form>
    </section>`
  }

  #list(all: readonly Observer[]) {
    if (all.length === 0) return html`<p class="soft">${t(words['see.none'])}</p>`
    return html`<ul>
      ${all.map(one => {
        const over = one.to !== null && one.to < this.today
        return html`<li>
          <span><b>${one.name}</b><small>${one.home} · ${termSays(one)}</small></span>
          ${
            over
              ? html`<ui-tag>${t(words.ended)}</ui-tag>`
              : html`<ui-tag tone=${one.now ? 'go' : 'warn'}>${t(words[one.now ? 'now' : 'later'])}</ui-tag>
                  ${this.ending(one.id, t(words['see.end']), t(words['see.end.label'], { name: one.name }), () => this.#end(one.id))}`
          }
        </li>`
      })}
    </ul>`
  }

  readonly #onAgree = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const typed = typedIn(form)
    const body = { username: typed('username').toLowerCase(), from: typed('from'), to: typed('to') || null }
    const params = { office: this.office.id }
    const done = await this.act.run(body, key => ask('POST /api/offices/:office/observers', { params, body }, key))
    if (done) form.reset()
    this.again()
  }

  async #end(observation: string): Promise<void> {
    const params = { office: this.office.id, observation }
    await this.act.run(observation, key => ask('POST /api/offices/:office/observers/:observation/end', { params }, key))
    this.again()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'observers-pane': ObserversPane
  }
}

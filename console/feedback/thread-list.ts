import { css, html, nothing } from 'lit'
import type { Reply } from '../../shared/contracts/api.ts'
import type { Zone } from '../../shared/kit/time.ts'
import { guideWords } from '../../shared/officer/feedback/guides.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { changedSays } from '../../shared/text/changed.ts'
import { aboutText, feedbackText as words, kindText } from '../../shared/text/feedback.ts'
import { dateYearText, periodName } from '../../shared/text/period.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { lang, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-state.ts'
import '../../shared/web/ui/ui-tag.ts'

export type Message = Reply<'GET /api/me/feedback'>['messages'][number]

export const threadStyles = css`
  .thread {
    display: grid;
    gap: 0.6rem;
    margin-top: 0.5rem;
  }
  .thread li {
    max-width: 46rem;
    padding: 0.6rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--r-m);
    overflow-wrap: anywhere;
  }
  .thread .mine {
    margin-left: auto;
  }
  .thread p {
    margin: 0.25rem 0;
    line-height: 1.45;
    white-space: pre-line;
  }
  .thread ui-tag {
    white-space: normal;
  }
  .thread small {
    color: var(--soft);
  }
  .thread .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    align-items: center;
  }
  form {
    display: grid;
    gap: 0.6rem;
    max-width: 46rem;
  }
  form :is(textarea, select) {
    width: 100%;
  }
  .box {
    display: flex;
    gap: 0.5rem;
    align-items: center;
  }
  .soft {
    color: var(--soft);
  }
`

/** When, in the office's own clock: `9 Juli 2026 08.15`. */
export function whenSays(at: number, zone: Zone): string {
  const year = new Date(at).getUTCFullYear()
  return `${dateText(at, zone, lang()).replace(/^.*?, /, '')} ${year} ${timeText(at, zone, lang())}`
}

/** What a message is about, as people say it: a period by its name, a day by its date, a visit by its number. */
export function refSays({ kind, ref, from }: Message['about']): string {
  if (kind === 'visit') return ref
  const period = kind === 'period' ? fixedPeriod(ref) : undefined
  return period ? periodName(period, lang()) : dateYearText(from, lang())
}

function author({ kind, mine, author, behalf }: Message): string {
  const name = mine ? t(words.you) : (author ?? (kind === 'kudos' ? t(words.citizen) : t(words.system)))
  return behalf === null ? name : `${name} (${t(words.behalf, { name: behalf })})`
}

/** Messages between people, the first first; `read` says of one that it has been read. */
export function threadList(
  messages: readonly Message[],
  zone: Zone,
  read: (message: Message) => void,
  busy: (id: string) => boolean,
) {
  if (messages.length === 0)
    return html`<ui-state kind="empty" heading=${t(words.none)}>${t(words['none.why'])}</ui-state>`
  return html`<ul class="thread">
    ${messages.map(message => {
      const { id, kind, about, tags, corrects, at, mine, readAt, waits } = message
      const text = message.changed ? changedSays(message.changed, lang()) : message.text
      return html`<li class=${mine ? 'mine' : ''}>
        <small
          ><b>${author(message)}</b> · ${whenSays(at, zone)} · ${t(kindText[kind])} ·
          ${t(aboutText[about.kind], { ref: refSays(about) })}${corrects === null ? nothing : html` · ${t(words.corrects)}`}</small
        >
        <p>${text}</p>
        <div class="foot">
          ${tags.map(tag => {
            const { value, guide } = guideWords(tag)
            return html`<ui-tag>${t(value)}: ${t(guide)}</ui-tag>`
          })}
          ${kind === 'note' ? html`<ui-tag>${t(words.between)}</ui-tag>` : nothing}
          ${kind === 'kudos' ? html`<small>${t(words['kudos.note'])}</small>` : nothing}
          ${
            waits
              ? html`<ui-button
                  size="s"
                  label=${t(words['read.label'], { text: text.slice(0, 60) })}
                  ?busy=${busy(id)}
                  @click=${() => read(message)}
                  >${t(words.read)}</ui-button
                >`
              : readAt === null
                ? mine
                  ? html`<small>${t(words.unread)}</small>`
                  : nothing
                : html`<small>${t(words.readAt, { at: whenSays(readAt, zone) })}</small>`
          }
        </div>
      </li>`
    })}
  </ul>`
}

import { bookedText as words } from '../text/booked.ts'
import { say } from '../text/text.ts'
import type { Lang } from '../kit/words.ts'
import { nearDateText, timeText } from '../text/ui.ts'
import { html, type Markup } from './markup.ts'
import type { OwnTicket } from './own-ticket.ts'
import { drawnIcon } from './ticket-drawings.ts'

/** So many people one tap lets pass. */
export const PASSED = 3

/** Where the forms of a ticket's page go: `/t/` and its token. */
export type Base = string

/**
 * A form that acts on a ticket, complete without scripts. The moment of the ticket goes along, so that the same form
 * sent twice is one act and a later one is another.
 */
function actForm(own: OwnTicket, base: Base, act: string, lang: Lang, inside: Markup): Markup {
  const moment = `${own.ticket.since}.${own.ticket.due}`
  return html`<form class="act" method="post" action="${base}/${act}?lang=${lang}" data-send>
    <input type="hidden" name="moment" value="${moment}" />
    <p class="failed" role="alert"></p>
    ${inside}
  </form>`
}

/** "I am here", with the code of the hall screen where it is asked for. */
export function checkInForm(own: OwnTicket, base: Base, lang: Lang): Markup {
  const code = own.checkIn?.codeNeeded !== false
  const field = html`<label for="code">${say(words['check.code'], lang)}</label
    ><input
      id="code"
      name="code"
      required
      maxlength="12"
      inputmode="numeric"
      autocomplete="off"
      autocapitalize="characters"
    />`
  return actForm(
    own,
    base,
    'check-in',
    lang,
    html`${code && field}<button class="button primary">${say(words['check.act'], lang)}</button>`,
  )
}

/** One button that is one act; a quiet one where it is not what most came for. */
export function buttonForm(
  own: OwnTicket,
  base: Base,
  act: string,
  label: string,
  lang: Lang,
  quiet?: 'quiet',
): Markup {
  return actForm(own, base, act, lang, html`<button class="button${quiet ? '' : ' primary'}">${label}</button>`)
}

/** One tap to the next free slot while the service is closed. */
export function moveForm(own: OwnTicket, base: Base, lang: Lang): Markup | false {
  const to = own.moveTo
  if (!to) return false
  const { zone } = own.office
  const when = { date: nearDateText(to.slot.start, zone, lang, own.now), time: timeText(to.slot.start, zone, lang) }
  return actForm(
    own,
    base,
    'jadwal',
    lang,
    html`<input type="hidden" name="slot" value="${to.slotId}" /><button class="button primary">
        ${say(words['closed.move'], lang, when)}
      </button>`,
  )
}

/** "I need some time": some people behind go first, by one tap. */
export function letPassForm(own: OwnTicket, base: Base, lang: Lang): Markup {
  const inside = html`<input type="hidden" name="people" value="${PASSED}" /><button class="button">
      ${say(words['pass.title'], lang)}
    </button>`
  return actForm(own, base, 'let-pass', lang, inside)
}

/** What was sent beforehand, and the form for more; plain, because a browser shows the progress of large files. */
export function filesPart(own: OwnTicket, base: Base, lang: Lang, open = false): Markup | false {
  if (!own.mayUpload && own.files.length === 0) return false
  const sent = own.files.map(({ id, name, bytes }) => {
    const size = say(words['files.size'], lang, { n: Math.max(1, Math.round(bytes / 1024)) })
    const label = say(words['files.removeOne'], lang, { name })
    const remove = actForm(
      own,
      base,
      'files/remove',
      lang,
      html`<input type="hidden" name="file" value="${id}" /><button class="small" aria-label="${label}">
          ${say(words['files.remove'], lang)}
        </button>`,
    )
    return html`<li>
      <span>${name} <small>${size}</small></span
      >${own.mayUpload && remove}
    </li>`
  })
  const more = html`<form class="act" method="post" enctype="multipart/form-data" action="${base}/files?lang=${lang}">
    <label for="file">${say(words['files.pick'], lang)}</label
    ><input id="file" type="file" name="file" required accept="image/jpeg,image/png,application/pdf" /><button
      class="button"
    >
      ${say(words['files.send'], lang)}
    </button>
  </form>`
  return html`<details id="files" open=${open}>
    <summary>${drawnIcon('clip')}<span>${say(words['files.title'], lang)}</span>${drawnIcon('chevron')}</summary>
    <div>
      <p>${say(words['files.what'], lang)}</p>
      ${
        sent.length > 0 &&
        html`<ul class="files">
          ${sent}
        </ul>`
      }
      ${own.mayUpload && more}
    </div>
  </details>`
}

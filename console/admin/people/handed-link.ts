import { html, type TemplateResult } from 'lit'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { peopleText } from '../../../shared/text/people.ts'
import { copied } from '../../../shared/web/copied.ts'
import { t } from '../../../shared/web/lang.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-qr.ts'
import { urlOf, type Invitation } from '../lists/invitation.ts'
import type { InvitationPaper } from '../lists/invitation-sheet.ts'
import '../lists/invitation-sheet.ts'

/** A link that is shown this once, to be handed over by whoever made it. */
export interface Handed {
  readonly name: string
  readonly link: Pick<Invitation, 'url' | 'until'> & { readonly kind?: 'invite' | 'reset' }
  /** It was copied or printed. */
  readonly kept: boolean
}

/** The link that somebody of an office was given, `until` in words; whatever prints the page prints it alone. */
export function handedTo(
  office: Pick<OfficeInfo, 'name' | 'zone'>,
  username: string,
  { name, link }: Handed,
  until: string,
  kept: () => void,
): TemplateResult {
  const whole = urlOf(link)
  const print = (event: Event) => {
    kept()
    const all = (event.target as Element).closest('.handed')!
    void all.querySelector<InvitationPaper>('invitation-paper')!.print()
  }
  return html`<div class="handed">
    <h3>${t(peopleText[link.kind === 'invite' ? 'handed.invite' : 'handed.title'], { name })}</h3>
    <p class="soft">${t(peopleText['handed.why'], { until })}</p>
    <ui-qr .value=${whole} label=${t(peopleText['handed.qr'])}></ui-qr>
    <p><code>${whole}</code></p>
    <div class="acts">
      <ui-button @click=${async () => (await copied(whole)) && kept()}>${t(peopleText['handed.copy'])}</ui-button>
      <ui-button @click=${print}>${t(peopleText['handed.print'])}</ui-button>
    </div>
    <invitation-paper .office=${office} .people=${[{ ...link, name, username }]}></invitation-paper>
  </div>`
}

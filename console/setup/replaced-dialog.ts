import { html } from 'lit'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { wizardText } from '../../shared/text/wizard.ts'
import { t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-dialog.ts'
import type { Sample } from './sample.ts'

/** The services of an office that its sample does not know: somebody typed them. */
export function typedOf({ services }: Pick<OfficeInfo, 'services'>, { offers }: Sample): readonly string[] {
  return services.filter(s => !s.retired && !offers.some(o => o.id === s.id)).map(s => t(s.name))
}

/** Asks before what is picked from a sample takes the place of services that somebody typed. */
export function replacedDialog(names: readonly string[], open: boolean, go: () => void, stay: () => void) {
  return html`<ui-dialog
    kind="plain"
    ?open=${open}
    heading=${t(wizardText['pick.sure'], { n: names.length })}
    primary=${t(wizardText.cancel)}
    secondary=${t(wizardText['pick.sure.go'])}
    secondaryVariant="danger"
    @primary=${stay}
    @dismiss=${stay}
    @secondary=${go}
    >${t(wizardText['pick.sure.what'], { services: names.join(', ') })}</ui-dialog
  >`
}

import { html } from 'lit'
import { peopleText } from '../../shared/text/people.ts'
import { t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-dialog.ts'
import type { LeaveGuard } from './leave-guard.ts'

/** Asks whoever goes on while people are typed and not invited, or while links stand there that are shown only now. */
export function leaveDialog(guard: LeaveGuard, unsent: number, unkept: number, send = () => guard.stay()) {
  const links = unsent === 0 && unkept > 0
  const words = (key: 'heading' | 'stay' | 'go' | 'why') =>
    t(peopleText[`leave.${links ? 'links' : 'typed'}.${key}`], { n: links ? unkept : unsent })
  return html`<ui-dialog
    ?open=${guard.asking}
    heading=${words('heading')}
    primary=${words('stay')}
    secondary=${words('go')}
    secondaryVariant=${links ? 'default' : 'danger'}
    @primary=${links ? () => guard.stay() : send}
    @dismiss=${() => guard.stay()}
    @secondary=${() => guard.leave()}
    >${words('why')}</ui-dialog
  >`
}

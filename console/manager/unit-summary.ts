import type { UnitFigures } from '../../shared/officer/figures.ts'
import type { Times } from '../../shared/officer/few.ts'
import { managerText } from '../../shared/text/manager.ts'
import { numberText } from '../../shared/text/text.ts'
import { lang, t } from '../../shared/web/lang.ts'
import type { Figure } from '../../shared/web/ui/ui-figures.ts'
import { minutesOf, shareText, waitOf, waitUnit } from '../parts/report-format.ts'

const count = (n: number) => numberText(n, lang())

/** The strip of a period: how tickets ended, and how long people waited. */
export function unitSummary(figures: UnitFigures): readonly Figure[] {
  const people = t(managerText['unit.people'])
  const { beforeSlot, fromSlot } = figures.wait
  return [
    { label: t(managerText['officers.tickets']), value: count(figures.tickets) },
    { label: t(managerText['officers.served']), value: count(figures.done), unit: people },
    { label: t(managerText['officers.missed']), value: count(figures.missed), unit: people },
    awayFigure(figures.bookings),
    {
      label: t(managerText['officers.cancelled']),
      value: count(figures.cancelled),
      unit: t(managerText['officers.cancelled.unit']),
    },
    { label: t(managerText['officers.unserved']), value: count(figures.unserved), unit: people },
    ...(figures.partly > 0
      ? [{ label: t(managerText['officers.partly']), value: count(figures.partly), unit: people }]
      : []),
    ...(figures.otherHolder > 0
      ? [{ label: t(managerText['officers.otherHolder']), value: count(figures.otherHolder), unit: people }]
      : []),
    waitFigure(figures),
    {
      label: t(managerText['officers.wait90']),
      value: waitOf(figures.wait.p90, lang()),
      unit: waitUnit(figures.wait, lang()),
    },
    ...(fromSlot.n > 0
      ? [slotFigure('officers.beforeSlot', beforeSlot), slotFigure('officers.fromSlot', fromSlot)]
      : []),
    pastFigure(figures),
  ]
}

/** The middle of all waits, those counted in who were not called; a dash before it is read. */
export function waitFigure(figures: UnitFigures | undefined): Figure {
  return {
    label: t(managerText['officers.wait']),
    value: waitOf(figures?.wait.p50, lang()),
    ...(figures ? { unit: waitUnit(figures.wait, lang()) } : {}),
  }
}

/** Tickets that waited past the promise of a service; a dash before it is read. */
export function pastFigure(figures: UnitFigures | undefined): Figure {
  const label = t(managerText['officers.past'])
  if (!figures) return { label, value: t(managerText.none) }
  const { pastPromise: past, inLine } = figures
  return {
    label,
    value: count(past),
    unit: t(managerText['unit.of'], { n: count(inLine) }),
    hot: past > 0,
  }
}

/** Bookings whose holders did not come, with their share. */
function awayFigure({ came, missed }: UnitFigures['bookings']): Figure {
  return {
    label: t(managerText['officers.away']),
    value: shareText(missed, came + missed, lang()),
    unit: t(managerText['officers.away.unit'], { n: count(came + missed) }),
  }
}

function slotFigure(label: 'officers.beforeSlot' | 'officers.fromSlot', { n, p50 }: Times): Figure {
  return {
    label: t(managerText[label]),
    value: minutesOf(p50, lang()),
    unit: t(managerText['unit.minutesOf'], { n: count(n) }),
  }
}

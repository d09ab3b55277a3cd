import { DEFAULT_BOOKING, PLAIN_OFFICE } from '../defaults.ts'
import type { OfficeInfo } from '../office.ts'
import { hallSettings } from '../settings/hall-settings.ts'
import { queueSettings } from '../settings/queue-settings.ts'
import { surveySettings } from '../settings/survey-settings.ts'
import { defaultsOf } from '../settings/values.ts'

/** An office of which nothing is known yet but that somebody prepares it. */
export function officeInPreparation(id: string): OfficeInfo {
  return {
    ...PLAIN_OFFICE,
    ...defaultsOf(hallSettings),
    ...defaultsOf(surveySettings),
    id,
    openedAt: null,
    name: '',
    city: '',
    zone: 'WIB',
    hours: [null, null, null, null, null, null, null],
    holidays: [],
    specialHours: [],
    rules: defaultsOf(queueSettings),
    booking: DEFAULT_BOOKING,
    services: [],
    counters: [],
    elsewhere: [],
    runningText: ['', ''],
  }
}

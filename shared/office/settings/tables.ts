import { bookingSettings } from './booking-settings.ts'
import { hallSettings } from './hall-settings.ts'
import { queueSettings } from './queue-settings.ts'
import { documentSettings, serviceSettings } from './service-settings.ts'
import type { SettingTable } from './setting.ts'
import { surveySettings } from './survey-settings.ts'

/** Every table, with the place of its values in what the office knows of itself. */
export const SETTING_TABLES: readonly { readonly at: string; readonly table: SettingTable }[] = [
  { at: '', table: hallSettings },
  { at: 'rules.', table: queueSettings },
  { at: 'booking.', table: bookingSettings },
  { at: 'services.booking.', table: serviceSettings },
  { at: 'services.document.', table: documentSettings },
  { at: '', table: surveySettings },
]

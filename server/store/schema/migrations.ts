import type { Migration } from 'kysely'
import { accountTables } from './account-tables.ts'
import { areaColumns } from './area-columns.ts'
import { agencyTables } from './agency-tables.ts'
import { administrationTables } from './administration-tables.ts'
import { bookings, drawActs, drawCases } from './booking-tables.ts'
import { answerTables } from './answer-tables.ts'
import { applicationTables } from './application-tables.ts'
import { beginNow, followerTables, setAsideTable } from './follower-tables.ts'
import { caseColumns } from './case-columns.ts'
import { calendarTables } from './record/calendar-tables.ts'
import { dailyTables } from './record/daily-tables.ts'
import { delayColumns } from './delay-columns.ts'
import type { Dialect } from './dialect.ts'
import { firstHall } from './first-hall.ts'
import { guardJournal } from './journal-guard.ts'
import { messageTables } from './message-tables.ts'
import { integrityTables, traceTables } from './survey/integrity-tables.ts'
import { instrumentTables, programmeKeys, programmeTables, sheetIndex } from './survey/instrument-tables.ts'
import { askedColumns } from './survey/asked-columns.ts'
import { loopTables, planTables } from './survey/loop-tables.ts'
import { publicationTables } from './survey/publication-tables.ts'
import { reportTables } from './survey/report-tables.ts'
import { channelColumns } from './survey/channel-columns.ts'
import { collectTables } from './survey/collect-tables.ts'
import { figureIndexes } from './survey/figure-indexes.ts'
import { broughtProfiles, profileTables } from './survey/profile-tables.ts'
import { visitResults } from './note-tables.ts'
import { peopleTables } from './people-tables.ts'
import { planIndex } from './plan-index.ts'
import { circumstanceColumns, leftOutBy } from './record/circumstance-columns.ts'
import { feedbackTables } from './record/feedback-tables.ts'
import { teamTables } from './record/team-tables.ts'
import { counterIndex } from './record/counter-index.ts'
import { contestEvidence, contestTables, reminderTables } from './record/contest-tables.ts'
import { evidenceTables, skpLines } from './record/evidence-tables.ts'
import { lateObjectionColumns, lateOutageTables } from './record/outage-tables.ts'
import { workTables } from './record/work-tables.ts'
import { proofTables } from './record/proof-tables.ts'
import { opensOn, reasonsUntold, scoreTables } from './record/score-tables.ts'
import { rosterTables } from './roster-tables.ts'
import { stepColumns, stepPromises } from './step-columns.ts'
import { searchTables } from './search-tables.ts'
import { officeVersions } from './version-tables.ts'
import { waitColumns } from './wait-columns.ts'
import { takeoverTables } from './takeover-tables.ts'

/** Every step from an empty database to the present tables, by name and in order; a released step is never edited. */
export function migrations(dialect: Dialect): Record<string, Migration> {
  return {
    '0001-first-hall': { up: db => firstHall(db, dialect) },
    '0002-bookings': { up: db => bookings(db) },
    '0003-messages': { up: messageTables },
    '0004-applications': { up: applicationTables },
    '0005-followers': { up: followerTables },
    '0006-answer-sources': { up: answerTables },
    '0007-journal-guard': { up: async db => void (dialect === 'sqlite' && (await guardJournal(db))) },
    '0008-set-aside': { up: setAsideTable },
    '0009-session-roles': { up: db => db.schema.alterTable('sessions').addColumn('roles', 'text').execute() },
    '0010-draw-acts': { up: drawActs },
    '0011-unfound': { up: searchTables },
    '0012-visit-results': { up: visitResults },
    '0013-waits': { up: waitColumns },
    '0014-takeovers': { up: takeoverTables },
    '0015-ranges': { up: db => beginNow(db, ['ranges']) },
    '0016-draw-cases': { up: drawCases },
    '0017-delays': { up: delayColumns },
    '0018-visit-cases': { up: caseColumns },
    '0019-plans': { up: planIndex },
    '0020-accounts': { up: accountTables },
    '0021-versions': { up: officeVersions },
    '0022-roster': { up: rosterTables },
    '0023-steps': { up: stepColumns },
    '0025-people': { up: peopleTables },
    '0027-agencies': { up: agencyTables },
    '0028-administration': { up: administrationTables },
    '0029-areas': { up: areaColumns },
    '0032-step-promises': { up: stepPromises },
    '0033-circumstances': { up: circumstanceColumns },
    '0034-team': { up: teamTables },
    '0036-proof': { up: proofTables },
    '0037-contests': { up: contestTables },
    '0035-daily': { up: dailyTables },
    '0039-feedback': { up: feedbackTables },
    '0040-calendar': { up: calendarTables },
    '0038-scores': { up: scoreTables },
    '0041-evidence': { up: evidenceTables },
    '0042-reminders': { up: reminderTables },
    '0043-counter-events': { up: counterIndex },
    '0044-skp-lines': { up: skpLines },
    '0045-left-out-by': { up: leftOutBy },
    '0048-day-work': { up: workTables },
    '0050-late-outages': { up: lateOutageTables },
    '0051-contest-evidence': { up: contestEvidence },
    '0060-reasons-untold': { up: reasonsUntold },
    '0062-complaints': { up: loopTables },
    '0063-plans': { up: planTables },
    '0065-reports': { up: reportTables },
    '0067-publications': { up: publicationTables },
    '0069-answer-traces': { up: traceTables },
    '0070-integrity': { up: integrityTables },
    '0071-instruments': { up: instrumentTables },
    '0072-programmes': { up: db => programmeTables(db, dialect) },
    '0073-profiles': { up: db => profileTables(db, dialect) },
    '0074-programme-keys': { up: programmeKeys },
    '0075-opens-on': { up: opensOn },
    '0076-late-objections': { up: lateObjectionColumns },
    '0077-figure-indexes': { up: figureIndexes },
    '0061-collect': { up: collectTables },
    '0079-answer-channels': { up: channelColumns },
    '0080-sheets-in-order': { up: sheetIndex },
    '0081-asked-skm': { up: askedColumns },
    '0083-brought-profiles': { up: broughtProfiles },
  }
}

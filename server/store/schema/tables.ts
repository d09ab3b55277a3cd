import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { Channel, MessageKind, MessageState } from '../../../shared/messages/message.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import type { Unsur } from '../../../shared/survey/instruments.ts'
import type { InvitationRow, TicketRow, VisitRow } from '../../journal/journal.ts'
import type { AdministrationsTable, PicturesTable } from './administration-tables.ts'
import type { RecoveryCodesTable, SessionsTable, StaffRolesTable, StaffTable } from './account-tables.ts'
import type { ApplicationsTable, ApplicationStepsTable } from './application-tables.ts'
import type { FormerAgenciesTable } from './agency-tables.ts'
import type { ObservationsTable, SupervisionsTable } from './people-tables.ts'
import type { DocumentNewsTable, FollowersTable, SetAsideTable } from './follower-tables.ts'
import type { AnswerSourcesTable, DeskNetworksTable } from './answer-tables.ts'
import type { TakeoversTable } from './takeover-tables.ts'
import type { NotesTable } from './note-tables.ts'
import type { OfficeVersionsTable } from './version-tables.ts'
import type { CircumstanceColumns } from './record/circumstance-columns.ts'
import type { ContestTables } from './record/contest-tables.ts'
import type { EvidenceTables } from './record/evidence-tables.ts'
import type { OutageTables } from './record/outage-tables.ts'
import type { ProofTables } from './record/proof-tables.ts'
import type { FeedbackTables } from './record/feedback-tables.ts'
import type { ChannelColumn } from './survey/channel-columns.ts'
import type { CollectTables } from './survey/collect-tables.ts'
import type { IntegrityTables, MarkColumns } from './survey/integrity-tables.ts'
import type { AskedColumns } from './survey/asked-columns.ts'
import type { InstrumentTables } from './survey/instrument-tables.ts'
import type { LoopTables } from './survey/loop-tables.ts'
import type { ProfileTables } from './survey/profile-tables.ts'
import type { PublicationTables } from './survey/publication-tables.ts'
import type { ReportTables } from './survey/report-tables.ts'
import type { WorkTables } from './record/work-tables.ts'
import type { DelegationsTable, SuperiorsTable } from './record/team-tables.ts'
import type { AbsencesTable } from './record/calendar-tables.ts'
import type { ReportDraftsTable, ReportEntriesTable, ReportFilesTable, ReportsTable } from './record/daily-tables.ts'
import type { ScoreTables } from './record/score-tables.ts'
import type { LeavesTable, RosterWeeksTable } from './roster-tables.ts'
import type { UnfoundTable, UnfoundWordsTable } from './search-tables.ts'

/** One event of a queue day; written once, then refused to every change by the database itself. */
export interface JournalTable {
  readonly office: string
  readonly date: LocalDate
  readonly seq: number
  readonly at: Instant
  readonly type: string
  readonly command_id: string | null
  /** JSON of the whole event. */
  readonly body: string
}

export interface TicketsTable extends TicketRow {
  readonly first_called_at: Instant | null
}

/** The keys say that an answer came and let the same request come twice; when it came is not kept. */
export interface InvitationsTable extends InvitationRow, ChannelColumn {
  readonly rated_key: string | null
  readonly answered_key: string | null
}

/** A rating without ticket, instant or key of its invitation: nobody can say whose it was. */
export interface RatingsTable extends CircumstanceColumns {
  readonly id: string
  readonly office: string
  readonly date: LocalDate
  readonly service_id: string
  readonly counter_id: string
  readonly officer_id: string
  readonly rating: number
  /** JSON list of reason keys. */
  readonly reasons: string
}

/** One SKM questionnaire; it judges the service, so no officer is on it. */
export type SkmAnswersTable = Readonly<Record<Unsur, number | null>> & {
  readonly id: string
  readonly office: string
  readonly date: LocalDate
  readonly service_id: string
  readonly counter_id: string
  readonly suggestion: string | null
} & MarkColumns &
  ChannelColumn &
  AskedColumns

export interface OfficesTable {
  readonly id: string
  /** JSON of `OfficeSettings`. */
  readonly settings: string
}

export interface ServicesTable {
  readonly office: string
  readonly id: string
  readonly position: number
  /** JSON of `ServiceInfo`. */
  readonly info: string
}

export interface CountersTable {
  readonly office: string
  readonly id: string
  readonly position: number
  readonly name: string
  /** JSON list of service ids. */
  readonly services: string
  readonly agency: string | null
  readonly area: string | null
}

export type DeviceKind = 'kiosk' | 'display' | 'tablet'

export interface DevicesTable {
  readonly id: string
  readonly office: string
  readonly kind: DeviceKind
  readonly name: string
  readonly token_hash: string
  readonly paired_at: Instant
  readonly last_seen_at: Instant | null
  readonly revoked_at: Instant | null
  /** The area of the hall that it shows; `null`: the whole of it. */
  readonly area: string | null
}

/** A device that asks to join; the last five are known once an administrator has approved it. */
export interface PairingsTable {
  readonly id: string
  readonly kind: DeviceKind
  readonly code: string
  readonly secret_hash: string
  readonly created_at: Instant
  readonly expires_at: Instant
  readonly office: string | null
  readonly name: string | null
  readonly device_id: string | null
  readonly approved_at: Instant | null
  readonly area: string | null
}

export interface AuditTable {
  readonly seq: number
  readonly at: Instant
  readonly who: string
  readonly what: string
  readonly detail: string
  readonly prev_hash: string
  readonly hash: string
}

export interface MetaTable {
  readonly key: string
  readonly value: string
}

/** Who holds a booking: personal data apart from everything else, sealed, erased after the service day. */
export interface HoldersTable {
  readonly ticket_id: string
  readonly office: string
  readonly date: LocalDate
  readonly service_id: string
  readonly made_at: Instant
  /** Sealed. */
  readonly name: string | null
  /** Sealed. */
  readonly phone: string | null
  /** Keyed hash of the phone. */
  readonly phone_key: string | null
  readonly channel: 'whatsapp' | 'sms' | 'telegram' | null
  readonly lang: 'id' | 'en'
  /** Keyed hashes. */
  readonly device: string | null
  readonly network: string | null
  readonly helped_by: string | null
  /** JSON list of places in the checklist. */
  readonly papers: string
  /** The ticket to which a booking was moved. */
  readonly moved_to: string | null
}

/** One live booking per person and service; `person` is a keyed hash of a phone, a NIK or a device. */
export interface ClaimsTable {
  readonly office: string
  readonly service_id: string
  readonly person: string
  readonly ticket_id: string
}

export interface DrawsTable {
  readonly office: string
  readonly service_id: string
  readonly date: LocalDate
  readonly seed: string
  readonly commitment: string
  readonly opens_at: Instant
  readonly closes_at: Instant
  readonly drawn_at: Instant | null
  /** JSON of what was drawn; empty from when the entries stand still, `null` while they come and go. */
  readonly result: string | null
}

export interface DrawEntriesTable {
  readonly ticket_id: string
  /** The id of the command that entered; unknown of entries from before it was kept. */
  readonly act: string | null
  readonly office: string
  readonly service_id: string
  readonly date: LocalDate
  readonly code: string
  /** JSON list of slot ids, best first. */
  readonly wishes: string
  readonly any_slot: number
  readonly priority: number
  /** What it is for: a case of the service. */
  readonly case_id: string | null
  readonly asked_at: Instant
  readonly withdrawn_at: Instant | null
  readonly outcome: 'place' | 'waitlist' | null
}

/** A service was closed for a while: marked, so that no figure blames people for it. */
export interface OutagesTable {
  readonly id: string
  readonly office: string
  readonly date: LocalDate
  readonly service_id: string
  readonly reason: string
  readonly since: Instant
  readonly until: Instant | null
}

export interface FilesTable {
  readonly id: string
  readonly ticket_id: string
  readonly office: string
  readonly date: LocalDate
  /** Sealed. */
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly uploaded_at: Instant
}

/** One message of the outbox; where it goes and what it says is gone once it has ended. */
export interface MessagesTable {
  readonly id: string
  readonly office: string
  readonly ticket_id: string
  readonly kind: MessageKind
  readonly occasion: string
  readonly channel: Channel
  /** Sealed phone number or push subscription. */
  readonly address: string | null
  readonly lang: Lang
  /** JSON of `MessageValues`. */
  readonly values: string
  readonly state: MessageState
  readonly tries: number
  readonly next_at: Instant
  readonly created_at: Instant
  readonly sent_at: Instant | null
  /** A code, never a sentence of somebody else's program. */
  readonly last_error: string | null
}

export interface PushSubscriptionsTable {
  readonly ticket_id: string
  readonly endpoint_hash: string
  readonly sealed: string
  readonly lang: Lang
  readonly created_at: Instant
}

/** Chat messages that came in lately, so that a recorded request cannot be played again. */
export interface InboundTable {
  readonly id_hash: string
  readonly at: Instant
}

export interface Tables
  extends
    CollectTables,
    ContestTables,
    FeedbackTables,
    IntegrityTables,
    InstrumentTables,
    LoopTables,
    PublicationTables,
    ReportTables,
    OutageTables,
    ProfileTables,
    ProofTables,
    ScoreTables,
    EvidenceTables,
    WorkTables {
  readonly applications: ApplicationsTable
  readonly application_steps: ApplicationStepsTable
  readonly journal: JournalTable
  readonly tickets: TicketsTable
  readonly visits: VisitRow
  readonly notes: NotesTable
  readonly invitations: InvitationsTable
  readonly ratings: RatingsTable
  readonly skm_answers: SkmAnswersTable
  readonly offices: OfficesTable
  readonly services: ServicesTable
  readonly counters: CountersTable
  readonly staff: StaffTable
  readonly staff_roles: StaffRolesTable
  readonly sessions: SessionsTable
  readonly recovery_codes: RecoveryCodesTable
  readonly devices: DevicesTable
  readonly pairings: PairingsTable
  readonly holders: HoldersTable
  readonly claims: ClaimsTable
  readonly draws: DrawsTable
  readonly draw_entries: DrawEntriesTable
  readonly outages: OutagesTable
  readonly files: FilesTable
  readonly audit: AuditTable
  readonly meta: MetaTable
  readonly messages: MessagesTable
  readonly push_subscriptions: PushSubscriptionsTable
  readonly inbound: InboundTable
  readonly followers: FollowersTable
  readonly set_aside: SetAsideTable
  readonly document_news: DocumentNewsTable
  readonly answer_sources: AnswerSourcesTable
  readonly desk_networks: DeskNetworksTable
  readonly takeovers: TakeoversTable
  readonly unfound: UnfoundTable
  readonly unfound_words: UnfoundWordsTable
  readonly supervisions: SupervisionsTable
  readonly superiors: SuperiorsTable
  readonly delegations: DelegationsTable
  readonly observations: ObservationsTable
  readonly former_agencies: FormerAgenciesTable
  readonly administrations: AdministrationsTable
  readonly pictures: PicturesTable
  readonly office_versions: OfficeVersionsTable
  readonly roster_weeks: RosterWeeksTable
  readonly leaves: LeavesTable
  readonly absences: AbsencesTable
  readonly report_drafts: ReportDraftsTable
  readonly reports: ReportsTable
  readonly report_entries: ReportEntriesTable
  readonly report_files: ReportFilesTable
}

import type { ErrorCode } from '../kit/errors.ts'
import { say, waitText } from './text.ts'
import type { Lang, Words } from '../kit/words.ts'

/** What went wrong and what can be done, for every code; `UNREACHABLE` is an answer that never came. */
const SENTENCES: Readonly<Record<ErrorCode | 'UNREACHABLE', Words>> = {
  UNREACHABLE: [
    'Server tidak terjangkau. Periksa jaringan, lalu coba lagi.',
    'The server cannot be reached. Check the network, then try again.',
  ],
  BAD_REQUEST: ['Isian belum benar. Periksa lagi.', 'Something in the form is not right. Please check it.'],
  TEXT_UNSEEN: ['Ada huruf yang tidak terlihat. Ketik ulang teksnya.', 'A letter cannot be seen. Type the text anew.'],
  BODY_TOO_LARGE: ['Terlalu besar: paling besar {most}.', 'Too large: {most} at most.'],
  UNSUPPORTED_MEDIA: ['Bentuk kiriman tidak dikenal.', 'The kind of content is not known.'],
  NOT_FOUND: ['Tidak ditemukan.', 'Not found.'],
  NOT_SIGNED_IN: ['Silakan masuk dahulu.', 'Please sign in first.'],
  FORBIDDEN: ['Akun ini tidak berhak melakukannya.', 'This account may not do that.'],
  FOREIGN_ORIGIN: ['Permintaan dari situs lain ditolak.', 'A request from another site was refused.'],
  HOST_UNKNOWN: [
    'Alamat ini bukan alamat server contoh ini. Administrator dapat menambahkannya (KNOWN_HOSTS).',
    'This is no address of this trial server. An administrator can add it (KNOWN_HOSTS).',
  ],
  WRONG_PASSWORD: ['Nama pengguna atau kata sandi salah.', 'Wrong user name or password.'],
  TOO_MANY_ATTEMPTS: ['Terlalu banyak percobaan. Coba lagi dalam {wait}.', 'Too many attempts. Try again in {wait}.'],
  PRESENT_PASSWORD_WRONG: ['Kata sandi yang sekarang salah.', 'The present password is wrong.'],
  PASSWORD_SHORT: ['Terlalu pendek: paling sedikit {least} huruf.', 'Too short: {least} characters at least.'],
  PASSWORD_LONG: ['Terlalu panjang: paling banyak {most} huruf.', 'Too long: {most} characters at most.'],
  PASSWORD_COMMON: [
    'Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak berkaitan.',
    'This password is easily guessed. Take several words that have nothing to do with each other.',
  ],
  PASSWORD_OWN_NAME: [
    'Hampir seluruhnya nama Anda atau nama kantor. Pakai kata lain.',
    'It is almost all your name or that of the office. Take other words.',
  ],
  SECOND_FACTOR_NEEDED: ['Pasang kunci kedua dahulu.', 'Set up the second factor first.'],
  WRONG_CODE: [
    'Kode salah atau sudah lewat. Periksa jam ponsel: harus diatur otomatis.',
    'The code is wrong or its time is over. Check the clock of the phone: it must be set automatically.',
  ],
  CODE_USED: [
    'Kode ini sudah dipakai. Tunggu kode berikutnya di ponsel.',
    'This code was used already. Wait for the next one on the phone.',
  ],
  SIGN_IN_AGAIN: ['Waktu habis. Masukkan kata sandi lagi.', 'Time is up. Enter your password again.'],
  ENROLMENT_ENDED: [
    'Penyandingan ini sudah berakhir. Mulai lagi dengan kode QR baru.',
    'This pairing has ended. Begin again with a new QR code.',
  ],
  OIDC_AWAY: [
    '{name} tidak dapat dihubungi. Coba lagi nanti, atau masuk dengan kata sandi.',
    '{name} cannot be reached. Try again later, or sign in with a password.',
  ],
  OIDC_AGAIN: [
    'Waktu masuk habis, atau dimulai di peramban lain. Mulai lagi dari halaman ini.',
    'The time to sign in is over, or it was begun in another browser. Begin again on this page.',
  ],
  OIDC_REFUSED: [
    '{name} tidak memberi izin masuk. Coba lagi; bila terulang, beri tahu administrator.',
    '{name} did not let you in. Try again; if it happens again, tell an administrator.',
  ],
  OIDC_CLOCK: [
    'Jam {name} dan jam server ini berbeda lebih dari satu menit. Beri tahu administrator.',
    'The clocks of {name} and of this server differ by more than a minute. Tell an administrator.',
  ],
  OIDC_UNVERIFIED: [
    'Surel Anda belum diverifikasi di {name}. Verifikasi dahulu di sana, lalu masuk lagi.',
    'Your e-mail is not verified at {name}. Verify it there first, then sign in again.',
  ],
  OIDC_UNKNOWN: [
    'Anda belum terdaftar di kantor ini. Minta administrator mencatat surel atau NIP yang Anda pakai di {name}.',
    'You are not known at this office. Ask an administrator to enter the e-mail or employee number that you have at {name}.',
  ],
  OIDC_PERSON_OFF: [
    'Akun Anda di kantor ini nonaktif. Hubungi administrator.',
    'Your account at this office is off. Ask an administrator.',
  ],
  SECOND_FACTOR_OWED: [
    'Kunci kedua wajib untuk akun ini. Ganti dengan ponsel lain bila perlu.',
    'This account must have a second factor. Set up another phone instead.',
  ],
  USERNAME_TAKEN: ['Nama pengguna ini sudah dipakai.', 'This user name is taken.'],
  EMAIL_TAKEN: ['Surel ini sudah dipakai akun lain.', 'This e-mail is used by another account.'],
  EMPLOYEE_NUMBER_TAKEN: ['NIP ini sudah dipakai akun lain.', 'This employee number is used by another account.'],
  ACCOUNT_LINK_ENDED: [
    'Tautan ini sudah dipakai, lewat waktunya, atau diganti. Minta tautan baru kepada administrator.',
    'This link was used, is over or was replaced. Ask an administrator for a new one.',
  ],
  OWN_ACCOUNT: [
    'Akun sendiri hanya diubah oleh administrator lain, atau di halaman Akun saya.',
    'Your own account is changed by another administrator, or on the page My account.',
  ],
  DELEGATION_ENDED: ['Delegasi ini sudah berakhir.', 'This delegation is over already.'],
  DELEGATION_LONG: [
    'Delegasi paling lama 366 hari. Pilih tanggal akhir yang lebih awal.',
    'A delegation lasts 366 days at most. Choose an earlier last day.',
  ],
  DELEGATION_OVERLAP: [
    'Pada sebagian hari itu sudah ada yang bertindak untuk orang ini. Cabut dahulu, atau pilih tanggal lain.',
    'On some of these days somebody acts for this person already. Take that back first, or choose other dates.',
  ],
  DELEGATION_RIGHT: [
    'Orang ini tidak berhak menilai di sini: perannya atau instansinya lain. Pilih orang lain.',
    'This person may not assess here: by role or agency. Choose somebody else.',
  ],
  DELEGATION_SELF: [
    'Tidak ada yang bertindak untuk dirinya sendiri. Pilih orang lain.',
    'Nobody stands in for themselves. Choose somebody else.',
  ],
  DELEGATION_UP: [
    'Atasan tidak dapat menjadi pengganti bawahannya, karena tidak boleh memutus penilaian yang ia jalankan sendiri. Pilih orang lain.',
    'A superior cannot stand in for somebody below: nobody decides over assessments of their own. Choose somebody else.',
  ],
  KUDOS_CHANGED: [
    'Kata warga hanya boleh dihapus, dan kata seperti “tidak” hanya bersama seluruh kalimatnya.',
    'Words may only be taken out, and one like “tidak” only with all of its sentence.',
  ],
  KUDOS_SERVICE: ['Petugas tidak melayani layanan itu.', 'The officer did not serve it.'],
  KUDOS_GIVEN: ['Ucapan ini sudah diberikan. Pilih ucapan lain.', 'These words were given already. Choose others.'],
  KUDOS_NAMES: [
    'Masih ada yang menunjukkan orang: {words}. Hapus dahulu.',
    'This still tells who somebody is: {words}. Remove it first.',
  ],
  THANKS_MANY: [
    'Paling banyak {most} ucapan terima kasih sehari. Lanjutkan besok.',
    'At most {most} thanks a day. Go on tomorrow.',
  ],
  THANKS_SELF: [
    'Ucapan untuk diri sendiri tidak disimpan. Pilih rekan.',
    'Thanks to oneself are not kept. Choose a colleague.',
  ],
  NOT_OF_TEAM: [
    'Orang ini tidak ada dalam tim Anda pada tanggal itu. Tanyakan kepada administrator siapa penilainya.',
    'This person is not of your team on that date. Ask an administrator who assesses them.',
  ],
  OBSERVED_ALREADY: [
    'Orang ini sudah memantau kantor pada hari-hari itu. Akhiri dahulu, atau pilih tanggal lain.',
    'This person observes the office on some of these days. End that first, or choose other dates.',
  ],
  OBSERVER_UNKNOWN: [
    'Tidak ada pemantau dengan nama pengguna itu. Minta kantor asalnya memberi peran Pemantau.',
    'There is no observer of that user name. Ask their own office to give them the role.',
  ],
  SUPERVISION_CIRCLE: [
    'Tidak ada yang menilai orang yang menilainya pada waktu yang sama, juga tidak lewat orang lain. Pilih penilai lain, atau akhiri yang sebaliknya.',
    'Nobody assesses whoever assesses them at one time, nor by way of others. Choose somebody else, or end the other way round first.',
  ],
  SUPERVISION_ENDED: ['Penilaian ini sudah punya tanggal akhir.', 'This one has an end already.'],
  CONTEST_EARLY: ['Angka periode ini belum dibuka.', 'The figures of this period are not open yet.'],
  CONTEST_NONE: [
    'Pada hari, waktu, dan loket itu tidak ada penilaian atas Anda. Pilih yang lain.',
    'There are no ratings of yours on these days, times and counters. Choose others.',
  ],
  CONTEST_UNTOLD: [
    'Periode ini tidak menampilkan angka atau kata, jadi tidak ada yang dapat dipersoalkan.',
    'Nothing of this period is told, so there is nothing to object to.',
  ],
  CONTEST_FULL: ['Bukti tambahan sudah sepuluh.', 'Ten pieces of evidence were added already.'],
  CONTEST_LATE: ['Batasnya {until}.', 'This could be done until {until}.'],
  CONTESTED_ALREADY: [
    'Anda sudah mengajukan keberatan atas periode ini, atau atas hari yang sama melalui periode lain.',
    'You have objected to this period already, or to the same days through another one.',
  ],
  CONTEST_ANSWERED: ['Penilai sudah menjelaskan.', 'The assessor has answered already.'],
  CONTEST_ENDED: ['Keberatan ini sudah diputuskan atau ditarik.', 'This objection has been decided or withdrawn.'],
  CONTEST_UNHEARD: [
    'Penilai belum menjelaskan. Dapat diputuskan mulai {from}.',
    'The assessor has not explained yet. It can be decided from {from} on.',
  ],
  OUTAGE_SECOND: [
    'Harus disetujui orang lain, bukan yang mencatatnya.',
    'Somebody else must agree, not whoever asked for it.',
  ],
  OUTAGE_ENDED: ['Gangguan ini sudah ditindaklanjuti.', 'This outage has been dealt with already.'],
  OUTAGE_OWN: [
    'Gangguan ini menyangkut kunjungan yang Anda layani, atau orang yang Anda wakili. Harus orang lain; upaya ini tercatat.',
    'This outage touches visits that you served, or somebody for whom you stand in. Somebody else must do it; this attempt is on record.',
  ],
  CONTEST_OWN: [
    'Anda tidak dapat memutuskan ini. Ini perkara Anda sendiri; upaya ini tercatat.',
    'You cannot decide this. It is your own case; this attempt is on record.',
  ],
  CONTEST_AGAINST: [
    'Anda tidak dapat memutuskan ini. Penilaian Anda yang dipersoalkan; upaya ini tercatat.',
    'You cannot decide this. It is your assessment that is objected to; this attempt is on record.',
  ],
  SUPERVISION_OPEN: [
    'Penilaian yang berjalan akan berakhir sehari sebelumnya. Setujui dahulu.',
    'The one that goes on would end on the day before. Agree to it first.',
  ],
  SUPERVISION_OVERLAP: [
    'Pada sebagian hari itu orang ini sudah punya penilai. Pilih tanggal lain.',
    'On some of these days somebody assesses this person already. Choose other dates.',
  ],
  SUPERVISION_SELF: [
    'Tidak ada yang menilai dirinya sendiri. Pilih orang lain.',
    'Nobody assesses themselves. Choose somebody else.',
  ],
  REPORT_CHANGED: [
    'Laporan ini sudah berubah sejak Anda membukanya. Baca versi terbaru, lalu ulangi.',
    'This report has changed since you opened it. Read the newest version, then try again.',
  ],
  REPORT_TOO_LONG: [
    'Laporan terlalu panjang untuk sekali kirim. Ringkas dulu; rincian bisa menjadi berkas bukti.',
    'The report is too long to be sent at once. Shorten it first; details can become an evidence file.',
  ],
  ABSENCE_OVERLAP: [
    'Pada sebagian hari itu sudah ada cuti atau tugas. Pilih tanggal lain, atau tarik kembali yang lama.',
    'On some of these days there is leave or duty already. Choose other dates, or take that one back.',
  ],
  ABSENCE_DECIDED: ['Pengajuan ini sudah dijawab.', 'This one has its answer already.'],
  PERSON_LIKE: [
    'Kemungkinan orang yang sama dengan {name} ({username}), yang sudah punya akun. Tekan sekali lagi untuk tetap melanjutkan.',
    'Perhaps the same person as {name} ({username}), who has an account. Press once more to go on all the same.',
  ],
  PERSON_OFF: ['Akun ini nonaktif. Aktifkan dahulu.', 'This account is off. Turn it on first.'],
  PERSON_UNPLACED: [
    'Instansi atau peran akun ini sudah tidak ada di kantor. Pilih yang lain dahulu, lalu ulangi.',
    'The agency or a role of this account is no longer in the office. Choose another one first, then try again.',
  ],
  LAST_ADMINISTRATOR: [
    'Ini administrator aktif yang terakhir. Tunjuk administrator lain dahulu.',
    'This is the last active administrator. Appoint another one first.',
  ],
  PERSON_AT_COUNTER: [
    'Orang ini sedang bertugas di {counter}. Akibatnya kini tertulis di bawah namanya: baca, lalu tekan lagi.',
    'This person is at work at {counter}. What follows now stands below the name: read it, then press again.',
  ],
  OFFICES_LEFT: [
    'Tinggal orang ini administrator {names}. Tekan sekali lagi untuk tetap melanjutkan: Anda menjadi administrator di sana.',
    'Nobody else is administrator of {names}. Press once more to go on: you will be its administrator.',
  ],
  TOO_MANY_REQUESTS: ['Sedang sangat ramai. Coba lagi dalam {wait}.', 'Very busy now. Try again in {wait}.'],
  COMMAND_ID_REUSED: [
    'Tindakan ini bertabrakan dengan tindakan lain. Muat ulang halaman.',
    'This act collides with another one. Reload the page.',
  ],
  UNAVAILABLE: ['Belum tersimpan. Coba lagi sebentar lagi.', 'Not saved yet. Try again in a moment.'],
  INTERNAL: ['Terjadi kesalahan pada server. Kode {requestId}.', 'Something failed on the server. Code {requestId}.'],
  OFFICE_CLOSED: ['Kantor sedang tutup.', 'The office is closed now.'],
  RIGHT_NOT_HELD: [
    'Ini menyangkut hak yang tidak Anda miliki. Minta administrator melakukannya.',
    'This is about a right that you do not have. Ask an administrator to do it.',
  ],
  ROLE_IN_USE: [
    'Peran ini masih dipakai {people} orang. Beri mereka peran lain lebih dahulu.',
    '{people} people still have this role. Give them another one first.',
  ],
  SERVICE_UNKNOWN: ['Layanan tidak dikenal.', 'The service is not known.'],
  SERVICE_CLOSED: ['Layanan ini sedang ditutup.', 'This service is closed for now.'],
  COUNTER_UNKNOWN: ['Loket tidak dikenal.', 'The counter is not known.'],
  COUNTER_CLOSED: ['{counter} belum dibuka.', '{counter} is not open.'],
  COUNTER_TAKEN: ['{counter} sedang dipakai petugas lain.', '{counter} is used by another officer.'],
  COUNTER_ON_BREAK: ['Loket sedang istirahat. Buka kembali dahulu.', 'The counter is on a break. Reopen it first.'],
  COUNTER_BUSY: [
    '{number} masih di loket ini. Selesaikan atau lewati dahulu.',
    '{number} is still at this counter. Finish or skip it first.',
  ],
  NOT_YOUR_COUNTER: ['{counter} bukan loket Anda saat ini.', '{counter} is not yours now.'],
  OWN_COUNTER: [
    'Ini loket Anda sendiri: tutup, istirahat, atau selesaikan di sana.',
    'This is your own counter: close it, take a break, or finish there.',
  ],
  DAY_OPEN: [
    'Pintu masih buka. Hari ini bisa ditutup sesudah pintu tutup.',
    'The doors are still open. The day can be closed once they are shut.',
  ],
  DAY_CLOSED: [
    'Hari ini sudah ditutup, tidak ada antrean lagi. Datang pada hari buka berikutnya, atau reservasi. Yang di loket diselesaikan di sana.',
    'This day has been closed, nobody waits any more. Come on the next open day, or book. A visit at a counter is finished there.',
  ],
  COUNTER_ATTENDED: [
    'Petugas {counter} masih di tempat. Tanya dahulu, atau minta atasan atau meja depan.',
    'The officer of {counter} is still there. Ask first, or ask the supervisor or the front desk.',
  ],
  OFFICER_ELSEWHERE: [
    'Anda masih melayani di {counter}. Selesaikan di sana dahulu, atau minta rekan mengambil alih loket itu.',
    'You are still serving at {counter}. Finish there first, or let a colleague take that counter over.',
  ],
  OFFICER_OTHER: [
    'Tidak dilakukan: di {counter} sekarang petugas lain, bukan yang Anda maksud.',
    'Not done: another officer is at {counter} now, not the one that you meant.',
  ],
  NO_CURRENT_TICKET: ['Tidak ada nomor di loket ini.', 'There is no number at this counter.'],
  QUEUE_EMPTY: ['Tidak ada yang menunggu untuk loket ini.', 'Nobody waits for this counter.'],
  TICKET_UNKNOWN: ['Nomor tidak ditemukan.', 'The number was not found.'],
  TICKET_STATE: ['Keadaan nomor ini sudah berubah.', 'This number has moved on meanwhile.'],
  TICKET_PARKED: [
    'Tidak dibatalkan: {number} sudah di loket dan ditunda. Panggil kembali, lalu selesaikan di sana.',
    'Not cancelled: {number} has been at a counter and was put aside. Call it back and finish it there.',
  ],
  TICKET_RATED: [
    'Tidak dilewati: {number} sudah memberi nilai, jadi sudah datang. Selesaikan kunjungannya.',
    'Not passed over: {number} has given a rating, so they came. Finish the visit.',
  ],
  TICKET_OTHER: [
    'Tidak dilakukan: di loket ini sekarang {number}, bukan nomor yang Anda maksud.',
    'Not done: {number} is at this counter now, not the number that you meant.',
  ],
  UNDO_NOTHING: ['Tidak ada yang dapat diurungkan di loket ini.', 'There is nothing to undo at this counter.'],
  UNDO_LATE: ['Tidak diurungkan: sudah lewat {seconds} detik.', 'Not undone: more than {seconds} seconds have passed.'],
  UNDO_OVERTAKEN: [
    'Tidak diurungkan: sesudahnya sudah terjadi hal lain yang tidak dapat dibatalkan.',
    'Not undone: something else has happened since that cannot be taken back.',
  ],
  SKIP_EARLY: [
    'Beri waktu warga mendengar panggilan. Bisa dilewati {seconds} detik lagi.',
    'Give the visitor time to hear the call. It can be skipped in {seconds} seconds.',
  ],
  CALLS_SPENT: [
    'Sudah dipanggil {n} kali. Mulai layani, lewati, atau alihkan.',
    'Called {n} times already. Start service, skip, or transfer.',
  ],
  HOLDER_LATE: [
    'Tidak diakhiri: {number} sudah dilayani lebih dari {minutes} menit. Selesaikan kunjungan ini seperti biasa.',
    'Not ended: {number} has been served for more than {minutes} minutes. Finish this visit as usual.',
  ],
  SAME_SERVICE: ['Nomor ini sudah untuk layanan itu.', 'The number is for that service already.'],
  QUOTA_FULL: ['Tempat hari ini untuk layanan ini sudah habis.', 'All places of this service are taken for today.'],
  SLOT_UNKNOWN: ['Jam itu tidak ada dalam jadwal.', 'That time is not in the schedule.'],
  SLOT_FULL: ['Jam itu baru saja penuh. Pilih jam lain.', 'That time has just filled up. Choose another one.'],
  PLACES_FREE: [
    'Masih ada {n} tempat pada hari itu. Pilih jamnya.',
    'There are still {n} places on that day. Choose a time.',
  ],
  DATE_CLOSED: [
    'Kantor tutup pada hari itu. Pilih hari lain.',
    'The office is closed on that day. Choose another day.',
  ],
  DATE_PAST: [
    'Tanggal itu sudah lewat. Pilih tanggal yang akan datang.',
    'That date has passed. Choose one that lies ahead.',
  ],
  SLOT_PAST: ['Jam itu sudah lewat. Pilih jam lain.', 'That time has passed. Choose another one.'],
  NOT_RELEASED: ['Tempat pada hari itu belum dibuka.', 'Places on that day are not open yet.'],
  NOT_BOOKABLE: [
    'Layanan ini tanpa reservasi. Silakan datang langsung.',
    'This service takes no bookings. Please walk in.',
  ],
  HOLD_ENDED: [
    'Waktu mengisi sudah habis dan jam itu dilepas. Pilih lagi.',
    'The time to fill the form ran out and the place was let go. Please choose again.',
  ],
  ALREADY_BOOKED: [
    'Anda sudah punya reservasi untuk layanan ini. Satu orang, satu tempat.',
    'You already have a booking for this service. One person, one place.',
  ],
  TOO_MANY_BOOKINGS: [
    'Terlalu banyak reservasi dari ponsel atau jaringan ini. Bertanyalah di meja depan.',
    'Too many bookings from this phone or network. Please ask at the front desk.',
  ],
  CONTACT_NEEDED: [
    'Isi nomor telepon atau NIK, supaya satu orang dihitung satu kali.',
    'Give a phone number or NIK, so that one person counts once.',
  ],
  PROOF_REQUIRED: ['Sedang ramai. Ponsel Anda sedang menyiapkan bukti.', 'Very busy. Your phone is preparing a proof.'],
  TIME_LOST: [
    'Waktu reservasi ini tidak bisa dipakai lagi karena kantor mengubah jadwalnya. Pilih waktu lain di halaman reservasi, atau tanya meja depan.',
    'The time of this booking can no longer be used because the office changed its schedule. Choose another time on the page of the booking, or ask the front desk.',
  ],
  BOOKINGS_TOUCHED: [
    'Belum tersimpan: perubahan ini menyangkut {touched} orang atau reservasi. Lihat akibatnya, lalu tetapkan.',
    'Not saved: this change touches {touched} people or bookings. Look at what happens, then confirm.',
  ],
  CHECK_IN_EARLY: ['Belum waktunya check-in.', 'Check-in is not open yet.'],
  CHECK_IN_CODE: [
    'Kode tidak cocok. Lihat kode yang sekarang tampil di layar ruang tunggu.',
    'The code does not match. See the code on the hall screen now.',
  ],
  CHECK_IN_PROOF: [
    'Nomor dan angka itu tidak cocok. Pindai kode QR, atau ke meja depan.',
    'That number and those digits do not match. Scan the QR code, or go to the front desk.',
  ],
  LINK_LOOKS: [
    'Tautan ini hanya untuk melihat. Pakai tautan pemegangnya atau nomor reservasi.',
    'This link only looks. Use the holder’s own link or the booking number.',
  ],
  OFFER_ENDED: ['Tawaran tempat ini sudah berakhir.', 'The offer of this place has ended.'],
  NOBODY_TO_PASS: ['Belum ada orang di belakang Anda.', 'There is nobody behind you yet.'],
  DRAW_CLOSED: ['Pendaftaran undian untuk hari itu tidak dibuka.', 'The draw for that day takes no entries now.'],
  DRAW_HELD: [
    'Undian untuk hari itu sudah ditarik. Tempat yang tersisa bisa dipesan langsung.',
    'The draw for that day was held already. What is left can be booked.',
  ],
  DRAW_PENDING: [
    'Tempat pada hari itu diundi. Ikutlah undiannya; yang tersisa dibuka setelah hasilnya keluar.',
    'Places on that day are given by a draw. Enter it; what is left opens with the result.',
  ],
  DRAW_UNKNOWN: ['Tidak ada undian untuk hari itu.', 'There is no draw for that day.'],
  TOO_MANY_FILES: ['Paling banyak {most} berkas. Hapus satu dahulu.', 'At most {most} files. Remove one first.'],
  SETTINGS_CHANGED: [
    'Belum tersimpan: orang lain baru saja mengubah isian yang sama.',
    'Not saved: somebody else has just changed the same field.',
  ],
  ROSTER_CHANGED: [
    'Belum tersimpan: orang lain baru saja mengubah rencana yang sama. Bandingkan, lalu pilih.',
    'Not saved: somebody else has just changed the same part of the plan. Compare, then choose.',
  ],
  STRUCTURE_UNSOUND: [
    'Belum tersimpan: bagian kantor ini belum cocok satu sama lain. Periksa isian yang ditandai.',
    'Not saved: the parts of this office do not fit together yet. Check the marked fields.',
  ],
  APPLICATION_UNKNOWN: ['Permohonan tidak ditemukan.', 'The application was not found.'],
  APPLICATION_STATE: ['Keadaan permohonan ini sudah berubah.', 'This application has moved on meanwhile.'],
  PROGRAMME_FIXED: [
    'Belum tersimpan. Survei mulai paling cepat hari ini dan berlangsung paling lama 366 hari. Setelah dimulai hanya hari terakhir dan jumlah orang yang dapat diubah, setelah selesai tidak ada lagi.',
    'Not saved. A survey begins today at the earliest and lasts 366 days at most. Once it runs only its last day and the number of people may change, and nothing once it is over.',
  ],
  NOT_PUBLISHED: [
    'Tidak diterbitkan: angkanya belum terbuka, terlalu sedikit, atau sama dengan versi terbaru.',
    'Not published: the figures are not open yet, too few answered, or the newest version has them already.',
  ],
  PUBLICATION_STATE: [
    'Orang lain sudah menerbitkan versi sesudah yang Anda lihat. Muat ulang, lalu periksa.',
    'Somebody else published the version after the one that you saw. Reload, then check.',
  ],
  FORM_KNOWN: [
    'Belum tersimpan: formulir nomor {no} tahun itu sudah dimasukkan.',
    'Not saved: form number {no} of that year has been typed in already.',
  ],
  FORM_LATE: [
    'Belum tersimpan: angka hari itu sudah dapat dibaca. Formulir satu per satu diterima untuk kunjungan sejak {since}; yang lebih lama masuk lewat berkas, paling sedikit sepuluh untuk tiap layanan dan pekan.',
    'Not saved: figures of that day can be read already. Single forms are taken for visits since {since}; older ones come by a file, at least ten for each service and week.',
  ],
  FORM_FIXED: [
    'Formulir ini tidak dapat diambil lagi: lebih dari sepuluh menit, atau dimasukkan orang lain.',
    'This form cannot be taken back any more: more than ten minutes ago, or typed in by somebody else.',
  ],
  IMPORT_KNOWN: [
    'Belum tersimpan: jawaban dalam berkas ini sudah dimasukkan.',
    'Not saved: the answers of this file have been taken in already.',
  ],
  IMPORT_FIXED: [
    'Tidak dapat ditarik: angka periodenya sudah diterbitkan atau sudah diputuskan, atau sudah ditarik.',
    'It cannot be taken back: figures of its period are published or decided, or it was taken back already.',
  ],
  IMPORT_UNDER_WAY: [
    'Belum tersimpan: sebuah berkas jawaban periode ini sedang dimasukkan atau ditarik. Coba lagi beberapa menit lagi.',
    'Not saved: a file of answers of this period is being taken in or taken back. Try again in a few minutes.',
  ],
  COMPLAINT_STATE: [
    'Kasus ini sudah berubah. Baca lagi, lalu lanjutkan.',
    'This case has moved on meanwhile. Read it again, then go on.',
  ],
  SKM_CHANGED: [
    'Belum tersimpan: orang lain baru saja menyimpan versi baru. Perubahan Anda disusun di atasnya; periksa, lalu simpan.',
    'Not saved: somebody else has just saved a new version. Your changes are put on top of it; look, then save.',
  ],
  SKM_EARLY: [
    'Periode ini belum ditutup. Laporan disusun sesudahnya.',
    'This period is not closed yet. Its report comes after that.',
  ],
  PAPER_AWAY: [
    'PDF tidak dapat dibuat di peladen ini. Unduh HTML, lalu cetak dari peramban.',
    'This server cannot make a PDF. Take the HTML along and print it from the browser.',
  ],
  PAPER_BUSY: [
    'Terlalu banyak berkas sedang dibuat. Coba lagi sebentar lagi.',
    'Too many files are being made. Try again in a moment.',
  ],
  FIGURES_BUSY: [
    'Terlalu banyak angka sedang dihitung. Coba lagi sebentar lagi.',
    'Too many figures are being computed. Try again in a moment.',
  ],
  FIGURES_READING: [
    'Jawaban periode ini sedang dibaca untuk pertama kali. Angkanya muncul sendiri, biasanya dalam setengah menit.',
    'The answers of this period are being read for the first time. The figures appear by themselves, usually within half a minute.',
  ],
  VISIT_INCOMPLETE: [
    'Kunjungan ini tidak selesai lengkap, jadi tidak ada dokumen yang dibuat.',
    'This visit did not end complete, so no document is made.',
  ],
  NOT_YOUR_VISIT: [
    'Hanya petugas yang melayani, meja depan, atau atasan yang dapat membukanya.',
    'Only the officer who served, the front desk or the supervisor can open it.',
  ],
  MARK_LATE: [
    'Jam kunjungan ini hanya dapat ditandai dalam {days} hari. Setelah itu ajukan keberatan.',
    'The clock of this visit can be marked within {days} days. After that, object to the figure.',
  ],
  MARKED_ALREADY: ['Jam kunjungan ini sudah ditandai.', 'The clock of this visit is marked already.'],
  SURVEY_UNKNOWN: ['Tautan survei tidak dikenal.', 'The survey link is not known.'],
  SURVEY_USED: [
    'Survei kunjungan ini sudah diisi. Terima kasih.',
    'The survey of this visit was answered already. Thank you.',
  ],
  SURVEY_NOT_HERE: [
    'Peramban ini dipakai untuk bekerja di kantor, jadi tidak dapat menilai. Gunakan ponsel sendiri atau tablet di loket.',
    'This browser is used for work at the office, so it cannot rate. Please use your own phone or the tablet at the counter.',
  ],
  SURVEY_NOT_CHOSEN: [
    'Kunjungan ini tidak terpilih untuk sembilan pertanyaan. Penilaian Anda tetap dihitung.',
    'This visit was not drawn for the nine questions. Your rating counts all the same.',
  ],
  SURVEY_EXPIRED: ['Masa pengisian survei ini sudah lewat.', 'The time for this survey is over.'],
  PAIRING_UNKNOWN: ['Kode tidak dikenal atau sudah kedaluwarsa.', 'The code is not known or has expired.'],
  PAIRING_PENDING: ['Menunggu persetujuan administrator.', 'Waiting for the administrator.'],
  DEVICE_REVOKED: ['Perangkat ini sudah dilepas dari kantor.', 'This device was taken out of the office.'],
  NOT_SET_UP: [
    'Kantor ini belum disiapkan. Administrator membukanya lewat tautan penyiapan yang tercetak di server.',
    'This office is not set up yet. Its administrator opens it with the set-up link that the server has printed.',
  ],
  OFFICE_PREPARING: [
    'Kantor ini sedang disiapkan dan belum melayani. Silakan datang lagi nanti.',
    'This office is being prepared and serves nobody yet. Please come again later.',
  ],
  LOGO_UNFIT: [
    'Gambar ini tidak dapat dipakai sebagai logo. Pakai PNG utuh, paling besar 32 KB, sisi 32 sampai 1024 titik, lebar paling banyak tiga kali tingginya.',
    'This picture cannot be the logo. Use a whole PNG of at most 32 KB, 32 to 1024 points a side, at most three times as wide as high.',
  ],
  OFFICE_IS_OPEN: [
    'Kantor ini sudah melayani warga. Contoh hanya untuk kantor yang sedang disiapkan.',
    'This office serves people already. A sample is for an office in preparation only.',
  ],
  OPENING_MUST: [
    'Kantor belum bisa dibuka: masih ada {count} hal wajib. Selesaikan yang ada di daftar pemeriksaan.',
    'The office cannot be opened yet: {count} things are still needed. Mend what the check names.',
  ],
  SETUP_LINK: [
    'Tautan penyiapan ini tidak berlaku. Buat yang baru di server: npm run setup-link.',
    'This set-up link is not valid. Make a new one on the server: npm run setup-link.',
  ],
  REHEARSAL: [
    'Sedang geladi: ini tidak bisa diubah sekarang, karena semua data geladi dibuang. Akhiri geladi, lalu ulangi.',
    'A rehearsal is running: this cannot be changed now, because all its data are thrown away. End it, then try again.',
  ],
  REHEARSAL_OPEN: [
    'Geladi hanya bisa selama belum ada kantor yang dibuka: warga yang sungguhan sedang dilayani.',
    'A rehearsal is possible only before an office has opened: real citizens are being served.',
  ],
  REHEARSAL_NOBODY: [
    'Belum ada layanan yang bisa digeladikan. Buat satu layanan dengan satu loket dulu.',
    'There is no service to rehearse yet. Make one service with one counter first.',
  ],
  DEMO_ONLY: ['Hanya ada dalam mode contoh, di mesin yang sama.', 'Only in demo mode, on the same machine.'],
}

const COUNTER: Words = ['Loket {counterId}', 'Counter {counterId}']
const sentences = new Map<string, Words>(Object.entries(SENTENCES))

/** The sentence for a code in the user's language, with the values of the error filled in. */
export function errorText(
  code: ErrorCode | 'UNREACHABLE',
  lang: Lang,
  data: Readonly<Record<string, unknown>> = {},
): string {
  const values = Object.entries(data).filter((e): e is [string, string | number] =>
    ['string', 'number'].includes(typeof e[1]),
  )
  const { retryAfter, counterId } = data
  const wait = typeof retryAfter === 'number' ? waitText(retryAfter, lang) : undefined
  return say(sentences.get(code) ?? SENTENCES.INTERNAL, lang, {
    // Whoever knows the office says the counter by its name.
    ...(typeof counterId === 'string' ? { counter: say(COUNTER, lang, { counterId }) } : {}),
    ...Object.fromEntries(values),
    ...(wait === undefined ? {} : { wait }),
  })
}

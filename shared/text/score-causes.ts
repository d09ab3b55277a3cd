import type { Words } from '../kit/words.ts'

/** What is looked at where a score stands out, before anybody speaks of the officer. */
export const causesText = {
  title: ['Diperiksa dahulu, sebelum bicara orang', 'Looked at first, before anybody speaks of a person'],
  places: ['Jadwal dan loket', 'Roster and counter'],
  'places.own': [
    'Anda di {list}. Apakah loket atau jamnya lain dari biasanya?',
    'You were at {list}. Was the counter or the hour another one than usual?',
  ],
  days: ['selama {n} hari', 'for {n} days'],
  cases: ['Siapa mendapat kasus sulit', 'Who gets the hard cases'],
  'cases.own': [
    'Pekerjaan Anda: {list}. Apakah kasus sulit lebih sering sampai kepada Anda?',
    'Your work: {list}. Do hard cases come to you more often?',
  ],
  tools: ['Alat dan sistem', 'Tools and systems'],
  'tools.own': [
    'Layanan tertutup {minutes} menit selama Anda di loket; {n} penilaian dikecualikan. Apakah ada gangguan yang tidak dicatat?',
    'A service was closed for {minutes} minutes while you were at a counter; {n} ratings left out. Was an outage not marked?',
  ],
  unknown: ['Tidak ada pekerjaan loket yang tercatat.', 'No work at a counter is on record.'],
  now: ['Apa yang terjadi sekarang', 'What happens now'],
  'signal.1': [
    'Satu periode belum berarti apa-apa bagi penilaian kinerja. Tidak masuk dialog, penghargaan, atau pembinaan.',
    'One period means nothing for an assessment. It goes into no dialogue, award or support.',
  ],
  'signal.2': [
    'Menjadi terkonfirmasi hanya bila arah yang sama terulang pada 2 dari 3 periode.',
    'It is confirmed only when the same direction comes again in 2 of 3 periods.',
  ],
  'confirmed.1': [
    'Boleh dibicarakan dalam dialog kinerja, bersama sebab yang diperiksa di atas.',
    'It may be spoken of in a dialogue, together with the causes above.',
  ],
  'confirmed.2': ['Tidak mengubah rating dengan sendirinya.', 'It changes no rating by itself.'],
  object: [
    'Bila ada sebab yang tidak tercatat, ajukan keberatan sampai {on}.',
    'If there is a cause that is not on record, object until {on}.',
  ],
} as const satisfies Record<string, Words>

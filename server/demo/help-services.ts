import type { ServiceInfo } from '../../shared/office/office.ts'
import { OWN_ID, service, TAKE_NUMBER } from './standard.ts'

/** Advice and certified copies. */
export const helpServices: readonly ServiceInfo[] = [
  service({
    id: 'konsultasi',
    letter: 'K',
    name: ['Konsultasi', 'Advice'],
    detail: ['Tanya, aduan, data ganda', 'Questions, complaints, duplicate data'],
    icon: 'chat',
    requirements: [
      ['KTP-el atau Kartu Keluarga, bila ada', 'ID card or family card, if any'],
      ['Dokumen yang ingin ditanyakan', 'The documents you want to ask about'],
      ['Surat kuasa, bila mewakili orang lain', 'Letter of authority, if acting for somebody else'],
    ],
    procedure: [
      TAKE_NUMBER,
      ['Sampaikan pertanyaan atau aduan di loket', 'Tell the officer your question or complaint'],
      ['Terima jawaban atau tanda terima aduan', 'Receive the answer or a receipt of the complaint'],
    ],
    product: ['Jawaban atau tanda terima aduan', 'Answer or receipt of the complaint'],
    typicalMinutes: 6,
    standardMinutes: 15,
    waitPromiseMinutes: 30,
    keywords: ['tanya', 'aduan', 'pengaduan', 'nik ganda', 'data ganda', 'nik tidak aktif', 'bpjs', 'question'],
  }),
  service({
    id: 'legalisir',
    letter: 'L',
    name: ['Legalisir', 'Certified copies'],
    detail: ['Fotokopi dokumen', 'Copies of documents'],
    icon: 'stamp',
    requirements: [
      ['Dokumen asli', 'The original document'],
      ['Fotokopi yang akan dilegalisir, paling banyak 5 lembar', 'The copies to be certified, 5 at most'],
      OWN_ID,
    ],
    procedure: [
      ['Dokumen dengan kode QR tidak perlu dilegalisir', 'Documents with a QR code need no certification'],
      TAKE_NUMBER,
      ['Petugas mencocokkan fotokopi dengan aslinya', 'The officer compares the copies with the original'],
      ['Terima fotokopi yang sudah dilegalisir', 'Receive the certified copies'],
    ],
    product: ['Fotokopi yang dilegalisir', 'Certified copies'],
    typicalMinutes: 4,
    standardMinutes: 10,
    waitPromiseMinutes: 20,
    keywords: ['legalisir', 'legalisasi', 'fotokopi', 'cap', 'stempel', 'salinan', 'certified copy'],
  }),
]

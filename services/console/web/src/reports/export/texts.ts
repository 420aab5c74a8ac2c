import { defineTexts } from '../../common/texts.ts';

export const useExportTexts = defineTexts('report-export', {
  en: {
    button: 'Export',
    title: 'Export everybody’s outcomes',
    about:
      'One line for each recipient: who it is, and what happened to the mail. The file names people: it is kept for a week, and whoever has its address can get it for 15 minutes.',
    format: 'What the file is for',
    'format.csv': 'A spreadsheet (.csv)',
    'format.ndjson': 'A program (.ndjson)',
    begin: 'Write the file',
    building: 'The file is being written …',
    'building.time':
      'For {{duration}} now. A million recipients take about ten seconds. You may close this and come back.',
    ready: 'The file is ready',
    'ready.about_one': '{{count}} recipient, as of {{at}}.',
    'ready.about_other': '{{count, number}} recipients, as of {{at}}.',
    'ready.unnamed': '{{count, number}} of them could not be named: their part of the frozen list cannot be read.',
    download: 'Download',
    again: 'Write a new one',
    'failed.snapshot_gone':
      'The recipients of this run cannot be named: the frozen list is kept for 180 days, or was never taken. The figures of the report stay.',
    failed: 'There is no file',
  },
  ko: {
    button: '내보내기',
    title: '수신자별 결과 내보내기',
    about:
      '수신자마다 한 줄씩, 누구에게 보낸 메일이 어떻게 되었는지 기록합니다. 개인 정보가 담긴 파일이므로 일주일 동안만 보관하며, 받는 주소는 15분 동안 사용할 수 있습니다.',
    format: '파일 용도',
    'format.csv': '스프레드시트(.csv)',
    'format.ndjson': '프로그램(.ndjson)',
    begin: '파일 만들기',
    building: '파일을 만들고 있습니다…',
    'building.time': '{{duration}} 동안 진행했습니다. 백만 명에 약 10초가 걸립니다. 창을 닫았다가 다시 오셔도 됩니다.',
    ready: '파일이 준비되었습니다',
    'ready.about_one': '{{at}} 기준 {{count}}명입니다.',
    'ready.about_other': '{{at}} 기준 {{count, number}}명입니다.',
    'ready.unnamed': '그중 {{count, number}}명은 명단의 해당 부분을 읽을 수 없어 이름을 표시하지 못했습니다.',
    download: '내려받기',
    again: '새로 만들기',
    'failed.snapshot_gone':
      '이 발송의 수신자를 표시할 수 없습니다. 고정한 명단은 180일 동안만 보관하며, 만들어지지 않았을 수도 있습니다. 보고서의 수치는 그대로 남아 있습니다.',
    failed: '파일이 없습니다',
  },
});

import { defineTexts } from '../../common/texts.ts';

export const useReaderTexts = defineTexts('report-readers', {
  en: {
    'machines.title': 'People and machines',
    'machines.about':
      'Mail programs that fetch every picture in advance, and scanners that follow every link before anybody reads, open and click too. Those that can be told are counted apart, and are in no other figure of this report.',
    'machines.opened': 'Opened',
    'machines.clicked': 'Clicked',
    'machines.people': 'People',
    'machines.only': 'Only machines',
    'machines.none': 'Nobody has opened the mail yet.',
    'clients.title': 'Mail programs',
    'clients.about':
      'With what people opened. Gmail and Yahoo fetch pictures for their readers, so the device is not known.',
    'clients.none': 'Nothing is known of mail programs yet.',
    'clients.unknown': 'Not known',
    'client.apple': 'Apple Mail',
    'client.gmail': 'Gmail',
    'client.outlook': 'Outlook',
    'client.yahoo': 'Yahoo',
    'client.naver': 'Naver',
    'client.daum': 'Daum',
    'client.other': 'Others',
    'device.desktop': 'computer',
    'device.mobile': 'telephone or tablet',
    'device.unknown': 'device not known',
  },
  ko: {
    'machines.title': '사람과 기계',
    'machines.about':
      '이미지를 미리 불러오는 메일 프로그램이나, 읽기 전에 모든 링크를 검사하는 보안 장비도 메일을 열고 링크를 누릅니다. 알아볼 수 있는 것은 따로 집계하며, 이 보고서의 다른 수치에는 포함하지 않습니다.',
    'machines.opened': '열람',
    'machines.clicked': '클릭',
    'machines.people': '사람',
    'machines.only': '기계만',
    'machines.none': '아직 메일을 연 사람이 없습니다.',
    'clients.title': '메일 프로그램',
    'clients.about':
      '사람들이 무엇으로 메일을 열었는지 보여 줍니다. Gmail과 Yahoo는 이미지를 대신 불러오므로 기기를 알 수 없습니다.',
    'clients.none': '아직 메일 프로그램에 관한 기록이 없습니다.',
    'clients.unknown': '알 수 없음',
    'client.apple': 'Apple Mail',
    'client.gmail': 'Gmail',
    'client.outlook': 'Outlook',
    'client.yahoo': 'Yahoo',
    'client.naver': '네이버',
    'client.daum': '다음',
    'client.other': '기타',
    'device.desktop': '컴퓨터',
    'device.mobile': '휴대 기기',
    'device.unknown': '기기 알 수 없음',
  },
});

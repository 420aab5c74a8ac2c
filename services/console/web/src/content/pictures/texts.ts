import { defineTexts } from '../../common/texts.ts';

export const usePicturesTexts = defineTexts('pictures', {
  en: {
    about: 'Pictures that mails load from the web. Everybody who has the address of one can see it.',
    'empty.title': 'No pictures yet',
    'empty.text': 'Upload a picture here, or insert one into a template: every template can show it then.',
    upload: 'Upload a picture',
    uploaded: '“{{name}}” is uploaded',
    unnamed: 'Picture without a name',
    known: 'Or one that is here already',
    waiting: 'Was announced, but has not arrived',
    'address.copy': 'Copy the address',
    'address.copied': 'Copied',
    'address.of': 'Copy the address of {{name}}',
    delete: 'Delete {{name}}',
    'delete.confirm': 'Delete',
    'delete.title': 'Delete “{{name}}”?',
    'delete.text':
      'Every mail that shows this picture will have a gap instead, also those that have been sent. Templates are not changed. For a while some readers may still see it.',
  },
  ko: {
    about: '메일이 웹에서 불러오는 그림입니다. 주소를 아는 사람은 누구나 볼 수 있습니다.',
    'empty.title': '아직 그림이 없습니다',
    'empty.text': '여기에 그림을 올리거나 템플릿에 넣으면 모든 템플릿에서 사용할 수 있습니다.',
    upload: '그림 올리기',
    uploaded: '“{{name}}” 그림을 올렸습니다',
    unnamed: '이름 없는 그림',
    known: '이미 올려 둔 그림에서 선택',
    waiting: '등록만 되고 아직 올라오지 않았습니다',
    'address.copy': '주소 복사',
    'address.copied': '복사했습니다',
    'address.of': '{{name}} 주소 복사',
    delete: '{{name}} 삭제',
    'delete.confirm': '삭제',
    'delete.title': '“{{name}}” 그림을 삭제하시겠습니까?',
    'delete.text':
      '이 그림을 보여 주는 모든 메일에서 그림 자리가 비게 됩니다. 이미 보낸 메일도 마찬가지입니다. 템플릿은 바뀌지 않습니다. 한동안은 일부 수신자에게 계속 보일 수 있습니다.',
  },
});

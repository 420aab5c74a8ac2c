import { defineTexts } from '../../common/texts.ts';

export const useHintTexts = defineTexts('hints', {
  en: {
    title: 'Before it is sent',
    about: 'What makes mail end up unread: found by reading this template, not by sending it.',
    size: '{{size}} of HTML. Gmail shows the first 102 kB.',
    good: 'Nothing to mend.',
    warn: 'Mend this',
    note: 'Think about this',
    clipped:
      'Gmail will clip this mail, and hide what comes last with it: the link to unsubscribe, often. Make it shorter, or send it as two.',
    nearly_clipped: 'This mail nearly has the length at which Gmail clips it. Values that are filled in come on top.',
    no_unsubscribe: 'There is no link to unsubscribe. Put {{link}} where people look for it: at the end.',
    pictures_without_words:
      'Pictures without alternative text: {{count}}. Say in alt what they show, or alt="" where they only decorate.',
    mostly_pictures:
      'Hardly any words beside the pictures. Many people see no pictures at first, and filters distrust mail that is one.',
    link_shows_other_address:
      'A link shows one address and leads to another ({{sample}}). That is what phishing does; write words instead.',
    short_links: 'Shortened links ({{sample}}) hide where they lead, so filters stop them. Use the whole address.',
    insecure_links: 'Links without https ({{sample}}): mail programs warn of them.',
    empty_links: 'Links that lead nowhere: {{count}}.',
    placeholder_links: 'Links that still lead to example.com: {{count}}.',
    active_content:
      'Scripts, forms and frames do not work in mail; filters take them for an attack. Link to a page that has them.',
    subject_missing: 'There is no subject yet.',
    subject_long: 'The subject has {{count}} characters. Phones show about 40, and most mailboxes 70.',
    subject_capitals: 'The subject is written in capitals. Filters, and people, take that for shouting.',
    subject_exclamations: 'More than one exclamation mark in the subject. One says as much.',
    fake_reply:
      'The subject looks like a reply or a forwarded mail. People feel deceived, and in many countries it is forbidden.',
    no_dark: 'No colours for dark mail programs; they will choose their own. Look at the dark preview.',
  },
  ko: {
    title: '보내기 전에',
    about: '메일이 읽히지 않게 만드는 원인을 템플릿에서 찾아 알려 드립니다.',
    size: 'HTML {{size}}. Gmail은 처음 102 kB까지만 보여 줍니다.',
    good: '고칠 내용이 없습니다.',
    warn: '고쳐 주십시오',
    note: '확인해 주십시오',
    clipped:
      'Gmail에서 메일이 잘리고 뒷부분이 숨겨집니다. 대개 수신거부 링크도 함께 숨겨집니다. 내용을 줄이거나 두 번에 나누어 보내 주십시오.',
    nearly_clipped:
      'Gmail에서 메일이 잘리는 길이에 가깝습니다. 수신자마다 채워지는 정보가 더해진다는 점도 고려해 주십시오.',
    no_unsubscribe: '수신거부 링크가 없습니다. 메일 끝에 {{link}} 링크를 넣어 주십시오.',
    pictures_without_words:
      '대체 텍스트가 없는 그림이 {{count}}개 있습니다. alt에 그림의 내용을 적고, 장식일 뿐이라면 alt=""로 두십시오.',
    mostly_pictures:
      '그림에 비해 글이 거의 없습니다. 처음에는 그림이 보이지 않는 경우가 많고, 스팸 필터도 그림뿐인 메일을 의심합니다.',
    link_shows_other_address:
      '표시된 주소와 다른 곳으로 연결되는 링크가 있습니다({{sample}}). 피싱 메일의 수법이므로 주소 대신 글로 적어 주십시오.',
    short_links:
      '단축 주소({{sample}})는 어디로 연결되는지 알 수 없어 스팸 필터에 걸립니다. 전체 주소를 사용해 주십시오.',
    insecure_links: 'https가 아닌 링크가 있습니다({{sample}}). 메일 프로그램이 경고를 표시합니다.',
    empty_links: '연결된 곳이 없는 링크가 {{count}}개 있습니다.',
    placeholder_links: '아직 example.com으로 연결된 링크가 {{count}}개 있습니다.',
    active_content:
      '스크립트, 입력 양식, 프레임은 메일에서 작동하지 않으며 스팸 필터가 공격으로 판단합니다. 해당 내용이 있는 페이지로 연결해 주십시오.',
    subject_missing: '아직 제목이 없습니다.',
    subject_long: '제목이 {{count}}자입니다. 휴대전화에는 약 40자, 대부분의 메일함에는 70자까지 표시됩니다.',
    subject_capitals: '제목이 모두 대문자입니다. 스팸 필터와 받는 분 모두 거부감을 느낍니다.',
    subject_exclamations: '제목에 느낌표가 두 개 이상 있습니다. 하나로 충분합니다.',
    fake_reply: '회신하거나 전달한 메일처럼 보이는 제목입니다. 받는 분을 속이는 표현이며 금지하는 나라가 많습니다.',
    no_dark: '다크 모드에 쓸 색이 없어 메일 프로그램이 임의로 정합니다. 다크 모드 미리보기를 확인해 주십시오.',
  },
});

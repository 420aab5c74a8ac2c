/** Why runs wait or have stopped: by the service's own sentence, whose places (`{most}`) are found again in what it tells. */
export const KOREAN_REASONS: Readonly<Record<string, string>> = {
  'SES takes no more mails from this account within 24 hours. The run goes on by itself as soon as it does.':
    '24시간 발송 한도를 모두 썼습니다. SES가 다시 받으면 저절로 이어서 보냅니다.',
  'Outside its send window nothing is sent. The run goes on by itself on {at} ({zone}).':
    '보내지 않는 시간입니다. 정한 시간이 되면 저절로 이어서 보냅니다.',
  'Everybody else is mailed by the clock where they are. The next of them on {at} ({zone}).':
    '나머지 사람에게는 각자의 지역 시각에 맞추어 보냅니다. 때가 되면 저절로 이어서 보냅니다.',
  'Mailbox providers put off many of the mails, which is how they ask for fewer at a time. Waves do not grow until that is over.':
    '메일 서비스 업체들이 많은 메일을 뒤로 미루고 있습니다. 속도를 줄여 달라는 뜻이므로 그동안 묶음을 키우지 않습니다.',
  'Some chunks of the snapshot cannot be read ({found}). Their recipients are unsent: repair them, then complete the run.':
    '명단의 일부를 읽을 수 없어 그 사람들에게 보내지 못했습니다. 복구한 뒤 “마저 보내기”를 하십시오.',
  'More was to be left out than a run can: at most {most} domains and as many imports. Cancel it, mend its list and begin anew, or resume without leaving out more.':
    '도메인과 가져오기 파일은 각각 {most}개까지 제외할 수 있습니다. 취소하고 목록을 고쳐 다시 보내거나, 더 제외하지 말고 재개하십시오.',
  'SES takes no mail ({reason}): {message}':
    'SES가 메일을 받지 않습니다({reason}). AWS 콘솔에서 SES 계정 상태를 확인하고 해결한 뒤 재개하십시오. SES의 설명: {message}',
  'Waits until the import of {files} is finished: who is on the list by then is mailed.':
    '{files} 가져오기가 끝나기를 기다립니다. 그때 목록에 있는 사람에게 보냅니다.',

  'A list of this campaign does not exist. Make a new campaign with another list.':
    '이 캠페인의 목록이 없습니다. 다른 목록으로 새 캠페인을 만들어 주십시오.',
  'A segment of this campaign does not exist any more. Make a new campaign with another segment, or without.':
    '이 캠페인의 세그먼트가 삭제되었습니다. 다른 세그먼트를 쓰거나 세그먼트 없이 새 캠페인을 만들어 주십시오.',
  'The segment "{name}" cannot be used: it {what}. Change the segment, then try the run again.':
    '“{name}” 세그먼트를 사용할 수 없습니다. {what}. 세그먼트를 고친 뒤 다시 시도해 주십시오.',
  '"{zone}" is no time zone: nobody knows when those are to be mailed whose own is not known. Make a new campaign, and choose a zone for them.':
    '“{zone}”은(는) 시간대가 아니어서, 시간대를 모르는 사람에게 언제 보낼지 알 수 없습니다. 새 캠페인을 만들고 그 사람들의 시간대를 선택해 주십시오.',
  'Nobody was left to mail when the run began: everybody on the lists who could be mailed is left out by its segments or by other lists. Look at the segments, then try the run again.':
    '발송을 시작할 때 보낼 사람이 한 명도 없었습니다. 목록의 사람들이 모두 세그먼트나 제외 목록 때문에 빠졌습니다. 세그먼트를 확인한 뒤 다시 시도해 주십시오.',
  'Nobody on this list could be mailed when the run began: it is empty, still being imported, or everybody has left it. Try the run again when the list is ready.':
    '발송을 시작할 때 목록에 보낼 사람이 없었습니다. 목록이 비어 있거나, 아직 가져오는 중이거나, 모두 수신을 거부했습니다. 목록이 준비되면 다시 시도해 주십시오.',
  'The import of {files} was still under way an hour after the run began. Wait until it is finished, or cancel it; then try the run again.':
    '발송을 시작하고 한 시간이 지나도 {files} 가져오기가 끝나지 않았습니다. 끝날 때까지 기다리거나 가져오기를 취소한 뒤 다시 시도해 주십시오.',

  'The campaign does not exist any more.': '캠페인이 삭제되었습니다.',
  'The template of the campaign does not exist any more. Nothing was sent.':
    '캠페인의 템플릿이 삭제되었습니다. 아무에게도 보내지 않았습니다.',
  'The sender of the campaign does not exist any more. Nothing was sent. Make a new campaign with another sender.':
    '캠페인의 발신자가 삭제되었습니다. 아무에게도 보내지 않았습니다. 다른 발신자로 새 캠페인을 만들어 주십시오.',
  'The subject has more than {most} characters, together with the label of its sender. Nothing was sent. Shorten it in the template, then retry the run.':
    '제목이 발신자의 제목 표시를 합쳐 {most}자를 넘습니다. 아무에게도 보내지 않았습니다. 템플릿에서 제목을 줄인 뒤 다시 시도해 주십시오.',
  'The files of the template cannot be sent: {what}. Nothing was sent.':
    '템플릿의 파일을 보낼 수 없습니다. {what}. 아무에게도 보내지 않았습니다.',
  'The campaign is {status}: it was changed as its run was about to start. Nothing was sent.':
    '발송을 시작하려는 순간 캠페인이 “{status}” 상태로 바뀌었습니다. 아무에게도 보내지 않았습니다.',
  'The campaign was moved to a later time as its run was about to start. Nothing was sent.':
    '발송을 시작하려는 순간 캠페인의 예약 시각이 미루어졌습니다. 아무에게도 보내지 않았습니다.',
  'The campaign was changed as this attempt at its run was about to start. This attempt sent nothing.':
    '이번 시도를 시작하려는 순간 캠페인이 변경되었습니다. 이번 시도에서는 아무에게도 보내지 않았습니다.',
  'Its recipients were frozen without their time zones, so nobody was mailed. Bring the audience service up to date, then send a new campaign.':
    '받는 사람의 시간대 없이 명단이 만들어져 아무에게도 보내지 않았습니다. 운영 담당자에게 audience 서비스를 최신으로 올려 달라고 요청한 뒤 새 캠페인을 보내 주십시오.',
  'The run cannot be planned: {problem}.':
    '발송 계획을 세울 수 없습니다({problem}). 다시 시도해 보시고, 계속되면 운영 담당자에게 알려 주십시오.',
  'The run was held so often that its execution is full. Retry it: it goes on where it stopped.':
    '보류를 너무 여러 번 해서 더 기록할 수 없습니다. 다시 시도하면 멈춘 곳부터 이어서 보냅니다.',
  'Another service has not answered for too long. Look at its dead-letter queues, then retry the run.':
    '다른 서비스가 오랫동안 응답하지 않았습니다. 운영 화면에서 실패한 메시지를 확인한 뒤 다시 시도해 주십시오.',
  'The run waited for too long. Retry it.': '너무 오래 기다려서 멈췄습니다. 다시 시도해 주십시오.',
  'The run stopped with {error}.':
    '예상하지 못한 문제({error})로 멈췄습니다. 다시 시도해 보시고, 계속되면 운영 담당자에게 알려 주십시오.',

  'there is no file {id}; it may have been deleted': '파일 {id}이(가) 없습니다',
  'shows {id}, which is {type}; mail programs show image/png, image/jpeg and image/gif':
    '{id}은(는) {type} 형식이라 메일에서 보이지 않습니다',
  'a mail may have at most {most} files and pictures': '파일과 그림은 {most}개까지 넣을 수 있습니다',
  'the mail would have about {bytes} bytes with its files encoded; SES takes {most}':
    '파일을 합치면 약 {bytes}바이트가 되는데 SES는 {most}바이트까지 받습니다',
  'the file {name} has not been uploaded yet': '파일 {name}이(가) 아직 업로드되지 않았습니다',
  'the file {name} is not of the size that was announced; upload it again':
    '파일 {name}의 크기가 다릅니다. 다시 업로드해야 합니다',

  'asks about "{field}", which no contact has: check how it is spelled, or import it first':
    '“{field}” 필드를 가진 연락처가 없습니다',
  'names a list that does not exist': '없는 목록을 가리킵니다',
  'asks "{field}", which is a {type}: only {operators} fit': '“{field}” 필드에 맞지 않는 비교가 있습니다',
  'needs {expected}, for "{field}"': '“{field}” 필드와 비교할 값이 맞지 않습니다',
  'must be {expected}': '규칙의 형식이 올바르지 않습니다',
  'is a group without rules: add a rule, or remove the group': '비어 있는 그룹이 있습니다',
  'is a group within more than {most} others: use fewer': '그룹이 너무 여러 번 겹쳐 있습니다',
  'has more than {most} rules: use "in" with a list of values, or several segments': '규칙이 {most}개를 넘습니다',
  'has the operator "{operator}", which there is not': '“{operator}” 비교는 사용할 수 없습니다',
  'cannot be read': '규칙을 읽을 수 없습니다',

  draft: '초안',
  scheduled: '예약됨',
  sending: '발송 중',
  held: '보류됨',
  sent: '발송 완료',
  cancelled: '취소됨',
  failed: '실패',
};

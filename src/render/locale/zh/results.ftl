### 结果表里给人看的表头和状态

head-of-name = { $title }（{ $name }）
head-member = { $owner }·{ $member }
head-points = { $name }得分
head-weighted = { $name }加权分
head-rate = { $name }比例
head-scores = 评分合计
head-policy = 方案
head-version = 方案版本
head-status = 状态
head-reasons = 说明
head-file = 文件
head-row = 行号

status-ok = 正常
status-provisional = 暂定
status-rejected = 退回
status-skipped = 跳过

# 没过的关卡，后面是没达到的条件
cell-failed = 否：{ $conditions }

-- 0004-closing-day.sql - a wave closes by itself when its last day is over
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE INDEX wave_closing_day ON wave (closes) WHERE state = 'open';
GRANT INSERT ON job TO attune_work;

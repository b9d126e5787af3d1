//! Sentences of a satellite receiver (NMEA 0183) to fixes.

use super::{Fix, Provider};
use ::nmea::sentences::FixType;
use ::nmea::{ParseResult, parse_str};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// Metres of error for each unit of horizontal dilution: what a phone's receiver does in the open.
const METRES_PER_HDOP: f64 = 5.0;
/// Metres a second in a knot (NMEA 0183 gives knots; one is 1,852 m an hour).
const KNOT: f64 = 1_852.0 / 3_600.0;
/// A sentence has at most 82 characters (NMEA 0183); receivers with long fractions write a few more.
const MAX_SENTENCE: usize = 256;

/// Puts fixes together from sentences: the place and its quality from GGA, date and speed from RMC, the
/// error in metres from GST where the receiver gives it.
#[derive(Debug, Default)]
pub struct NmeaReader {
    date: Option<NaiveDate>,
    speed_m_s: Option<f64>,
    /// The error of the moment, and the moment.
    error_m: Option<(NaiveTime, f64)>,
}

impl NmeaReader {
    /// Reads one line. `now` gives the date until the receiver tells one. A line that is torn, has a wrong
    /// check sum or says nothing of the place is passed over.
    pub fn read(&mut self, line: &str, now: DateTime<Utc>) -> Option<Fix> {
        let line = line.trim();
        if line.len() > MAX_SENTENCE {
            return None;
        }
        match parse_str(line).ok()? {
            ParseResult::RMC(rmc) => {
                self.date = rmc.fix_date.or(self.date);
                self.speed_m_s = rmc.speed_over_ground.map(|knots| f64::from(knots) * KNOT);
                None
            }
            ParseResult::GST(gst) => {
                let (north, east) = (gst.lat_sd.map(f64::from)?, gst.long_sd.map(f64::from)?);
                self.error_m = gst.time.map(|time| (time, north.hypot(east)));
                None
            }
            ParseResult::GGA(gga) => {
                let kind = gga.fix_type.filter(|kind| *kind != FixType::Invalid)?;
                let time = gga.fix_time?;
                let by_dilution = || gga.hdop.map(|hdop| f64::from(hdop) * METRES_PER_HDOP);
                let told = self.error_m.filter(|(of, _)| *of == time).map(|(_, metres)| metres);
                let accuracy = told.or_else(by_dilution).unwrap_or(f64::NAN);
                let at = self.moment(time, now);
                let place = Fix::at_degrees(gga.latitude?, gga.longitude?, accuracy, at)?;
                Some(Fix {
                    altitude_m: gga.altitude.map(f64::from),
                    speed_m_s: self.speed_m_s,
                    provider: Provider::Satellites,
                    simulated: Some(matches!(kind, FixType::Simulation | FixType::Manual)),
                    ..place
                })
            }
            _ => None,
        }
    }

    /// The moment of a time of day: on the receiver's date, else on the day that brings it nearest to now.
    fn moment(&self, time: NaiveTime, now: DateTime<Utc>) -> DateTime<Utc> {
        if let Some(date) = self.date {
            return date.and_time(time).and_utc();
        }
        let today = now.date_naive();
        let days = [today.pred_opt(), Some(today), today.succ_opt()];
        let moments = days.into_iter().flatten().map(|day| day.and_time(time).and_utc());
        moments.min_by_key(|moment| (*moment - now).abs()).unwrap_or(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn now() -> DateTime<Utc> {
        "2026-11-22T00:00:05Z".parse().unwrap()
    }

    /// A sentence with its check sum: the XOR of what stands between `$` and `*`.
    fn sentence(body: &str) -> String {
        format!("${body}*{:02X}", body.bytes().fold(0, |sum, byte| sum ^ byte))
    }

    const PORTO: &str = "GPGGA,235959.00,4108.7900,N,00836.6660,W,1,08,1.2,83.0,M,55.2,M,,";

    #[test]
    fn a_place_with_its_quality() {
        let fix = NmeaReader::default().read(&sentence(PORTO), now()).unwrap();
        assert_eq!((fix.latitude_e7, fix.longitude_e7), (411_465_000, -86_111_000));
        assert_eq!((fix.accuracy_m, fix.altitude_m), (6, Some(83.0)));
        assert_eq!(fix.simulated, Some(false));
        assert_eq!(fix.at.to_rfc3339(), "2026-11-21T23:59:59+00:00", "the evening before");
    }

    #[test]
    fn date_speed_and_error_come_from_their_own_sentences() {
        let mut reader = NmeaReader::default();
        let rmc = "GPRMC,235959.00,A,4108.7900,N,00836.6660,W,10.0,84.4,140526,,,A";
        assert_eq!(reader.read(&sentence(rmc), now()), None);
        let gst = "GPGST,235959.00,9.0,,,,3.0,4.0,8.0";
        assert_eq!(reader.read(&sentence(gst), now()), None);
        let fix = reader.read(&sentence(PORTO), now()).unwrap();
        assert_eq!(fix.at.to_rfc3339(), "2026-05-14T23:59:59+00:00");
        assert_eq!(fix.accuracy_m, 5);
        assert!((fix.speed_m_s.unwrap() - 5.144).abs() < 0.001);
    }

    #[test]
    fn simulators_say_so_and_no_fix_is_none() {
        let simulated = PORTO.replace(",W,1,", ",W,8,");
        let fix = NmeaReader::default().read(&sentence(&simulated), now()).unwrap();
        assert_eq!(fix.simulated, Some(true));
        let none = PORTO.replace(",W,1,", ",W,0,");
        assert_eq!(NmeaReader::default().read(&sentence(&none), now()), None);
    }

    #[test]
    fn a_torn_or_changed_sentence_is_passed_over() {
        let whole = sentence(PORTO);
        for end in 0..whole.len() {
            assert_eq!(NmeaReader::default().read(&whole[..end], now()), None, "{end}");
        }
        let changed = whole.replacen("4108", "4109", 1);
        assert_eq!(NmeaReader::default().read(&changed, now()), None);
    }

    proptest! {
        #[test]
        fn no_line_is_too_strange(line in "\\PC{0,120}", body in "G[A-Z]{4}[,0-9.NSEWAVM-]{0,90}") {
            let mut reader = NmeaReader::default();
            let _ = reader.read(&line, now());
            if let Some(fix) = reader.read(&sentence(&body), now()) {
                prop_assert!(fix.latitude_e7.abs() <= 900_000_000);
            }
        }
    }
}

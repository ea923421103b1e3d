//! Files that were packed by gzip or Zstandard: told by their first bytes, and unpacked to no more than is safe.

use std::io::{ErrorKind, Read};
use std::sync::Arc;

use flate2::read::MultiGzDecoder;
use zstd::stream::read::Decoder;

use crate::data::Problem;
use crate::diagnostic::Code;

/// What unpacks to more than this …
const LARGE: u64 = 256 << 20;
/// … must not unpack to more than so many times its own size: tables of records come to some tens.
const MOST_RATIO: u64 = 500;

/// How a file is packed.
#[derive(Debug, Clone, Copy)]
pub(super) enum Packing {
    Gzip,
    Zstandard,
}

impl Packing {
    /// How a file that begins so is packed, if it is.
    pub fn of(bytes: &[u8]) -> Option<Packing> {
        match bytes {
            [0x1f, 0x8b, 8, ..] => Some(Packing::Gzip),
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Some(Packing::Zstandard),
            _ => None,
        }
    }

    /// What a file holds that is packed so: all its members or frames, one behind the other.
    pub fn unpacked(self, file: &Arc<str>, bytes: &[u8]) -> Result<Vec<u8>, Problem> {
        let most = LARGE.max((bytes.len() as u64).saturating_mul(MOST_RATIO));
        let mut content = Vec::new();
        let read = match self {
            Packing::Gzip => MultiGzDecoder::new(bytes).take(most + 1).read_to_end(&mut content),
            Packing::Zstandard => Decoder::with_buffer(bytes)
                .and_then(|decoder: Decoder<&[u8]>| decoder.take(most + 1).read_to_end(&mut content)),
        };
        let broken = |variant| Err(Problem::new(Code::NotData, variant, file));
        match read {
            Ok(length) if length as u64 > most => {
                let megabytes = usize::try_from(most >> 20).unwrap_or(usize::MAX);
                Err(Problem::new(Code::TooLarge, "packed", file).arg("megabytes", megabytes))
            }
            Ok(_) => Ok(content),
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => broken("packed-cut"),
            Err(_) => broken("packed"),
        }
    }
}
